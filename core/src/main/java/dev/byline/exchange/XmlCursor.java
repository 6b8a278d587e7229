package dev.byline.exchange;

import dev.byline.article.ContentException;
import dev.byline.text.Html;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a stranger's XML element by element, within bounds: depth, names, attributes, the text of an element and
 * the bytes of a single token. No DTD, no entity but the five of XML. Whatever is beyond them, or is not well-formed,
 * is {@link Refused} with its line.
 *
 * <p>Holds one token at a time, so memory does not grow with the document.
 */
final class XmlCursor implements AutoCloseable {
    static final int DEEPEST = 256;
    static final int LONGEST_TEXT = 4 << 20;
    private static final int LONGEST_TOKEN = 4 << 20;
    // What a text costs besides its characters, so that millions of empty ones are not free.
    static final int COST_OF_A_TEXT = 64;
    private static final int MOST_HELD = 16 << 20;
    private static final int MOST_KEPT = 1 << 18;
    private static final int LONGEST_DETAIL = 300;
    private static final int LONGEST_NAME = 1000;
    private static final int MOST_ATTRIBUTES = 200;
    // The parser looks a prefix up among all that are declared around it, one after the other.
    private static final int MOST_NAMESPACES = 500;
    private static final Set<String> EMPTY =
            Set.of("area", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr");

    /** What the stream threw, on its way through the parser; {@link WxrParser#parse} throws it again. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final IOException failure;

        Failed(IOException failure) {
            super(failure);
            this.failure = failure;
        }

        IOException failure() {
            return failure;
        }
    }

    private final Guard guard;
    private final XmlCharacters characters;
    private final XMLStreamReader reader;
    private StringBuilder buffer = new StringBuilder();
    private int depth;
    private long held;
    private int namespaces;

    XmlCursor(String document, InputStream in, boolean lenient) throws Refused, IOException {
        guard = new Guard(document, in);
        characters = XmlCharacters.of(lenient ? XmlRepair.of(guard) : guard);
        try {
            reader = factory().createXMLStreamReader(characters);
        } catch (XMLStreamException | RuntimeException e) {
            throw refused(e, 1);
        }
    }

    private static XMLInputFactory factory() {
        // The JDK's own, whatever parser the host brings along.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        // Without a DTD these two count nothing but &amp; and its like, and refuse ordinary large exports.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        // The cursor counts the depth itself, the same with every JDK.
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        factory.setProperty("jdk.xml.maxXMLNameLimit", Integer.toString(LONGEST_NAME));
        factory.setProperty("jdk.xml.elementAttributeLimit", Integer.toString(MOST_ATTRIBUTES));
        return factory;
    }

    /** How many elements are open around the cursor, the one it stands on included. */
    int depth() {
        return depth;
    }

    /**
     * Goes to the next element inside the one that was open at this depth, over whatever is left of the one before.
     *
     * @return false once that element has ended
     */
    boolean nextChild(int parent) throws Refused {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth == parent + 1) {
                        return true;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth < parent) {
                        return false;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /** All text inside the element on which the cursor stands, elements within it included; goes to its end. */
    String text() throws Refused {
        int own = depth;
        // One for all texts, unless a long one has made it large.
        if (buffer.capacity() > MOST_KEPT) {
            buffer = new StringBuilder();
        }
        StringBuilder text = buffer;
        text.setLength(0);
        while (true) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (text.length() + reader.getTextLength() > LONGEST_TEXT) {
                        throw new Refused(line(), "holds a text of more than " + LONGEST_TEXT + " characters");
                    }
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth < own) {
                        hold(text.length());
                        return text.toString();
                    }
                }
                default -> {}
            }
        }
    }

    /**
     * What stands inside the element on which the cursor stands, written as HTML, without the {@code div} that it
     * begins with; goes to the element's end. For elements of XHTML; prefixes, and what bears one, go.
     */
    String markup() throws Refused {
        int own = depth;
        StringBuilder html = new StringBuilder();
        boolean begun = false;
        boolean wrapper = false;
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!begun && localName().equals("div")) {
                        wrapper = true;
                    } else {
                        html.append('<').append(localName());
                        attributes(html);
                        html.append('>');
                    }
                    begun = true;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    String text = reader.getText();
                    begun |= !text.isBlank();
                    html.append(Html.escape(text));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth < own) {
                        hold(html.length());
                        return html.toString().strip();
                    }
                    if (wrapper && depth == own) {
                        wrapper = false;
                    } else if (!EMPTY.contains(localName())) {
                        html.append("</").append(localName()).append('>');
                    }
                }
                default -> {}
            }
            if (html.length() > LONGEST_TEXT) {
                throw new Refused(line(), "holds a text of more than " + LONGEST_TEXT + " characters");
            }
        }
    }

    private void attributes(StringBuilder html) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (namespace == null || namespace.isEmpty()) {
                html.append(' ').append(reader.getAttributeLocalName(i)).append("=\"");
                html.append(Html.escape(reader.getAttributeValue(i))).append('"');
            }
        }
    }

    private void hold(int characters) throws Refused {
        held += characters + COST_OF_A_TEXT;
        if (held > MOST_HELD) {
            throw new Refused(line(), "holds one item of more than " + MOST_HELD + " characters");
        }
    }

    /** What is held of the texts read so far. */
    long held() {
        return held;
    }

    /** Says that no more than this is held of them any longer. */
    void release(long stillHeld) {
        held = stillHeld;
    }

    String localName() {
        return reader.getLocalName();
    }

    String namespace() {
        String namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /** An attribute without a prefix; empty where there is none. */
    String attribute(String name) throws Refused {
        return attribute("", name);
    }

    /** An attribute of a namespace; empty where there is none. */
    String attribute(String space, String name) throws Refused {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if ((namespace == null ? "" : namespace).equals(space)
                    && reader.getAttributeLocalName(i).equals(name)) {
                String value = reader.getAttributeValue(i);
                hold(value.length());
                return value;
            }
        }
        return "";
    }

    long line() {
        return reader.getLocation().getLineNumber();
    }

    private int next() throws Refused {
        int event;
        try {
            event = reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException | RuntimeException e) {
            throw refused(e, reader.getLocation().getLineNumber());
        }
        guard.sinceToken = 0;
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > DEEPEST) {
                    throw new Refused(line(), "has elements inside each other deeper than " + DEEPEST + " levels");
                }
                namespaces += reader.getNamespaceCount();
                if (namespaces > MOST_NAMESPACES) {
                    throw new Refused(line(), "declares more than " + MOST_NAMESPACES + " namespaces at once");
                }
            }
            case XMLStreamConstants.END_ELEMENT -> {
                depth--;
                namespaces -= reader.getNamespaceCount();
            }
            case XMLStreamConstants.DTD -> throw new Refused(line(), "has a DOCTYPE, which no export needs");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw new Refused(line(), "uses the entity &" + name(reader.getLocalName()) + "; without declaring it");
            default -> {}
        }
        return event;
    }

    // The parser wraps what the stream throws, or trips over its own feet on odd bytes, so the cause is told by what
    // the guard saw rather than by the exception.
    private Refused refused(Exception e, long line) {
        if (guard.failure != null) {
            throw new Failed(guard.failure);
        }
        long at = line;
        if (e instanceof XMLStreamException xml && xml.getLocation() != null) {
            at = xml.getLocation().getLineNumber();
        }
        if (guard.tooLong) {
            return new Refused(at, "holds a token of more than " + LONGEST_TOKEN + " bytes");
        }
        if (characters.broken()) {
            return new Refused(at, "holds bytes that are not of its encoding, " + characters.encoding());
        }
        String detail = detail(e);
        return new Refused(
                Math.max(at, 1),
                detail.startsWith("JAXP")
                        ? "has a name of more than " + LONGEST_NAME + " characters or an element of more than "
                                + MOST_ATTRIBUTES + " attributes"
                        : "is not well-formed XML: " + detail);
    }

    private static String detail(Exception e) {
        String message =
                e instanceof XMLStreamException && e.getMessage() != null ? e.getMessage() : "it can't be decoded";
        int start = message.indexOf("Message: ");
        String detail = start < 0 ? message : message.substring(start + "Message: ".length());
        return name(detail);
    }

    private static String name(@Nullable String text) {
        String known = text == null ? "" : text.strip();
        return known.length() <= LONGEST_DETAIL ? known : known.substring(0, LONGEST_DETAIL) + "…";
    }

    /** Frees the parser; the stream belongs to the source. */
    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new ContentException("can't close " + guard.document, e);
        }
    }

    /** Bounds the bytes of one token, and remembers whether it was the machine that failed. */
    private static final class Guard extends FilterInputStream {
        private final String document;
        private long sinceToken;
        private boolean tooLong;
        private @Nullable IOException failure;

        Guard(String document, InputStream in) {
            super(in);
            this.document = document;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read;
            try {
                read = super.read(buffer, from, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
            sinceToken += Math.max(read, 0);
            if (sinceToken > LONGEST_TOKEN) {
                tooLong = true;
                throw new IOException("token too long");
            }
            return read;
        }

        @Override
        public void close() {
            // Parsers close what they read to its end; the source does that.
        }
    }
}
