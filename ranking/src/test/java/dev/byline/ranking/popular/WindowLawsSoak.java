package dev.byline.ranking.popular;

/** The same laws with a hundred thousand cases each, by the profile. */
class WindowLawsSoak extends WindowLaws {}
