package dev.byline.examples.site;

/** That the site can't start with what it was told; its two sentences are printed and nothing else. */
final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String remedy;

    StartException(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
