package io.countersign.search;

/**
 * How much each thing counts, the same in every engine. Fields as the reference system weighed them: subject 3, text 2, sender
 * 1.5. The factors multiply the score of the words.
 */
public final class Ranking {
    public static final float SUBJECT = 3;
    public static final float TEXT = 2;
    public static final float SENDER = 1.5f;

    /** Another form of a word counts this much of the word. */
    public static final float OTHER_FORM = 0.5f;

    /** Mail of a person one writes to. */
    public static final float CONTACT = 1.5f;

    /** Mail of an application whose {@code ghosting_risk} is at least {@link #RISKY}. */
    public static final float GHOSTING_RISK = 1.25f;

    public static final double RISKY = 0.6;

    /** Mail that announces an interview, a final round or an offer. */
    public static final float LATE_STAGE = 1.2f;

    /** Mail that is what the mode is about. */
    public static final float MODE = 1.5f;

    /** Mail of now counts this much more than mail of long ago; half of that after {@link #RECENT_DAYS}. */
    public static final float RECENT = 0.5f;

    public static final int RECENT_DAYS = 90;

    /** The constant of reciprocal rank fusion (Cormack, Clarke, Buettcher 2009). */
    public static final int FUSION = 60;

    private Ranking() {}
}
