package dev.byline.ranking.counting;

/** The same laws with a hundred thousand cases each, by the profile. */
class TurnstileLawsSoak extends TurnstileLaws {}
