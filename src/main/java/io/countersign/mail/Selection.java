package io.countersign.mail;

import java.nio.file.Path;

/** Decides what of a place is read, and learns what was. Called by the thread that reads, in the order of reading. */
public interface Selection {
    /** False where nothing can be new in this part of a Maildir; it is not listed then. */
    boolean isDue(Path maildirPart);

    /** Whether this file in a part of a Maildir is read. */
    boolean isDue(Path maildirPart, String name);

    /** How much of a file outside of a Maildir is read. */
    Reach reach(Path file);

    /** An mbox was read to its end, and its last mail, in whole or not, begins at {@code lastMail}. */
    void ended(Path mbox, long lastMail);

    /**
     * How much of a file is read.
     *
     * @param due false for nothing
     * @param offset where reading begins; only ever behind the start where the file is a plain mbox
     * @param growing what stands at the end may not be written to its end yet
     */
    record Reach(boolean due, long offset, boolean growing) {
        public static final Reach ALL = new Reach(true, 0, false);
        public static final Reach NOTHING = new Reach(false, 0, false);
    }

    /** Everything is read. */
    static Selection all() {
        return new Selection() {
            @Override
            public boolean isDue(Path maildirPart) {
                return true;
            }

            @Override
            public boolean isDue(Path maildirPart, String name) {
                return true;
            }

            @Override
            public Reach reach(Path file) {
                return Reach.ALL;
            }

            @Override
            public void ended(Path mbox, long lastMail) {}
        };
    }
}
