package io.countersign.ask.written;

import java.util.List;
import java.util.Set;

/**
 * What a text says that can be compared word by word.
 *
 * @param words in their order, each letter run once a place
 * @param numbers in one notation: {@code 1234.5}
 * @param measures numbers with what they count: {@code 120 eur}, {@code 3 pm}
 * @param dates the days that are named
 */
record Facts(List<Word> words, Set<String> numbers, Set<String> measures, Set<Day> dates) {
    /**
     * A word.
     *
     * @param text folded
     * @param capital it begins with a capital letter and does not begin the text
     */
    record Word(String text, boolean capital) {}

    /** A day; the year is 0 when it is not said. */
    record Day(int year, int month, int dayOfMonth) {
        /** Whether the other may be the same day. */
        boolean matches(Day other) {
            return month == other.month
                    && dayOfMonth == other.dayOfMonth
                    && (year == 0 || other.year == 0 || year == other.year);
        }
    }
}
