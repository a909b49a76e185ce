package io.countersign.ask.answering;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * A small stand-in for the words of a mail (a Bloom filter, B. H. Bloom 1970): a word it does not hold is surely not in the mail;
 * of words that are not in the mail it holds about one in a hundred.
 */
final class WordMark {
    static final WordMark NONE = new WordMark(Set.of());

    private static final int LONGS = 8;
    private static final int BITS = LONGS * Long.SIZE;
    private static final int BITS_PER_WORD = 3;

    private final long[] bits = new long[LONGS];

    /** @param words folded and without endings */
    WordMark(Set<String> words) {
        words.forEach(word -> {
            for (int n = 0; n < BITS_PER_WORD; n++) {
                int bit = bit(word, n);
                bits[bit / Long.SIZE] |= 1L << bit;
            }
        });
    }

    private WordMark(long[] bits) {
        System.arraycopy(bits, 0, this.bits, 0, LONGS);
    }

    static WordMark read(ByteBuffer in) {
        var bits = new long[LONGS];
        for (int i = 0; i < LONGS; i++) {
            bits[i] = in.getLong();
        }
        return new WordMark(bits);
    }

    void write(DataOutput out) throws IOException {
        for (long part : bits) {
            out.writeLong(part);
        }
    }

    boolean mayHold(String word) {
        for (int n = 0; n < BITS_PER_WORD; n++) {
            int bit = bit(word, n);
            if ((bits[bit / Long.SIZE] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    // Two halves of one mixed hash make as many hashes as are needed (Kirsch and Mitzenmacher 2006); the mixing is that
    // of
    // SplitMix64.
    private static int bit(String word, int n) {
        long mixed = word.hashCode() * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return Math.floorMod((int) mixed + n * (int) (mixed >>> 32), BITS);
    }
}
