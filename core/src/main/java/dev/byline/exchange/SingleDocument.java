package dev.byline.exchange;

import java.io.IOException;
import java.io.InputStream;

/** A source of one document. */
record SingleDocument(String name, Opening opening) implements ContentSource {
    /** Opens the document from its first byte. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    @Override
    public void visit(Visitor visitor) throws IOException {
        try (InputStream in = opening.open()) {
            visitor.visit(name, in);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
