package io.countersign.mail.sync;

import io.countersign.mail.sync.ReadMark.Listing;
import java.util.Arrays;

/** The names in one part of a Maildir, as they are read. For one thread. */
final class PartNames {
    private final Listing known;
    private final boolean same;
    private long modified;
    private long[] names;
    private int count;

    PartNames(Listing known, long modified, boolean same) {
        this.known = known;
        this.modified = modified;
        this.same = same;
        names = new long[same ? 0 : known.names().length + 16];
    }

    /** Of a part whose time cannot be read: it leaves no mark. */
    static PartNames none() {
        return new PartNames(Listing.NONE, ReadMark.UNKNOWN, false);
    }

    boolean add(long name) {
        if (count == names.length) {
            names = Arrays.copyOf(names, 2 * count + 16);
        }
        names[count++] = name;
        return !known.has(name);
    }

    void forget(long name) {
        modified = ReadMark.UNKNOWN;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (names[i] != name) {
                names[kept++] = names[i];
            }
        }
        count = kept;
    }

    Listing listing() {
        if (same) {
            return known;
        }
        var sorted = Arrays.copyOf(names, count);
        Arrays.sort(sorted);
        return new Listing(modified, sorted);
    }
}
