module outside.search {
    requires dev.byline.search;
}
