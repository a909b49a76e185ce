package io.countersign.ats.detection;

/**
 * A job's title in a text.
 *
 * @param end where the text goes on behind it and behind the word that ended it
 * @param employerFollows true when that word was "at" or the like
 * @param called true when a word like "position" followed, so that it is a title whatever its words
 */
record Title(String name, int end, boolean employerFollows, boolean called) {}
