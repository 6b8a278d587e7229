package dev.byline.ranking.popular;

/** The same laws with a hundred thousand cases each, by the profile. */
class OrderLawsSoak extends OrderLaws {}
