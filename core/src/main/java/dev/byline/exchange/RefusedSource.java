package dev.byline.exchange;

import java.io.IOException;

/**
 * Why a source can't be read any further though the machine gave its bytes: it is damaged, or holds what no source may.
 * Never leaves the package: readers turn it into the fatal problem.
 */
final class RefusedSource extends IOException {
    private static final long serialVersionUID = 1L;

    private final String document;

    RefusedSource(String document, String reason) {
        super(reason);
        this.document = document;
    }

    String document() {
        return document;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
