package io.countersign.classify;

import java.util.List;

/**
 * The words that any phrase contains, numbered from {@link #FIRST}. Words are compared by a 64-bit hash alone: a forged
 * collision could only make a phrase match that is not there, in the forger's own mail.
 */
final class Vocabulary {
    /** A word that no phrase contains. */
    static final int UNKNOWN = 0;
    /** The end of a zone: no phrase reaches across. */
    static final int BARRIER = 1;

    static final int NUMBER = 2;
    static final int MONEY = 3;
    static final int PERCENT = 4;
    static final int FIRST = 5;

    private final long[] keys;
    private final int[] ids;
    private final int mask;

    Vocabulary(List<String> words) {
        int capacity = Integer.highestOneBit(Math.max(16, words.size() * 4)) * 2;
        keys = new long[capacity];
        ids = new int[capacity];
        mask = capacity - 1;
        for (int i = 0; i < words.size(); i++) {
            put(hash(words.get(i)), FIRST + i);
        }
    }

    /** The number of the word with that hash, or {@link #UNKNOWN}. */
    int id(long hash) {
        int slot = slot(hash);
        while (ids[slot] != 0) {
            if (keys[slot] == hash) {
                return ids[slot];
            }
            slot = (slot + 1) & mask;
        }
        return UNKNOWN;
    }

    /** FNV-1a over the characters of an already lower-cased word. */
    static long hash(String word) {
        long hash = START;
        for (int i = 0; i < word.length(); i++) {
            hash = mix(hash, word.charAt(i));
        }
        return hash;
    }

    static final long START = 0xcbf29ce484222325L;

    static long mix(long hash, char c) {
        return (hash ^ c) * 0x100000001b3L;
    }

    private void put(long hash, int id) {
        int slot = slot(hash);
        while (ids[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = hash;
        ids[slot] = id;
    }

    private int slot(long hash) {
        return (int) (hash ^ (hash >>> 32)) & mask;
    }
}
