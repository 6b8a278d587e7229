package dev.byline.comment;

record WordViews(String plain) {
    static WordViews of(String text) {
        return new WordViews(WordView.of(text));
    }
}
