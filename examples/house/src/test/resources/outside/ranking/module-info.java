module outside.ranking {
    requires dev.byline.ranking;
}
