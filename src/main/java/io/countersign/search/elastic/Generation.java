package io.countersign.search.elastic;

import java.util.Locale;

/**
 * One index in the row of those that searches found, or will find, behind the alias.
 *
 * @param alias of searches
 * @param number grows with every rebuild
 */
record Generation(String alias, int number) {
    private static final int FIRST = 1;

    static Generation first(String alias) {
        return new Generation(alias, FIRST);
    }

    /** True for the name of an index that could be one of the row. */
    static boolean isOne(String alias, String index) {
        var prefix = alias + "-";
        return index.startsWith(prefix)
                && index.length() == prefix.length() + 6
                && index.substring(prefix.length()).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The generation with a name that {@linkplain #isOne is one}. */
    static Generation of(String alias, String index) {
        return new Generation(alias, Integer.parseInt(index.substring(alias.length() + 1)));
    }

    Generation next() {
        return new Generation(alias, number + 1);
    }

    String index() {
        return String.format(Locale.ROOT, "%s-%06d", alias, number);
    }

    /**
     * An alias of this index alone, to write through: where the index is gone, writing fails, whereas the server would make a
     * new index of that name, without our mapping.
     */
    String writing() {
        return index() + "-writing";
    }
}
