package io.countersign.ats.detection;

import io.countersign.mail.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One section of a stage file.
 *
 * @param stage what its phrases speak for; empty for a rule that only supports others or speaks against every stage
 * @param against how strongly it speaks against stages; 0 for others
 * @param of against which; all when empty
 * @param count how many of its phrases it takes
 * @param guarded by which words around it its phrases lose their meaning
 * @param needs of which rules or facts at least one must hold
 * @param with of which others at least one must hold too
 * @param beside of which other rules a phrase must stand in the same sentence
 * @param unless of which rules or facts none may hold
 */
record StageRule(
        String name,
        Optional<Stage> stage,
        double weight,
        double against,
        Set<Stage> of,
        int count,
        Set<Guard> guarded,
        List<String> needs,
        List<String> with,
        List<String> beside,
        List<String> unless,
        Place place) {

    /** From this strength on a rule's phrases only occur in mail about something else. */
    private static final double FOREIGN = 15;

    boolean isForeign() {
        return against >= FOREIGN;
    }

    /** How strongly it speaks against a stage. */
    double against(Stage announced) {
        return of.isEmpty() || of.contains(announced) ? against : 0;
    }

    /** Words around a phrase that take its meaning away. */
    enum Guard {
        /** "if", "should you", "once" before it. */
        IF,
        /** The same behind it. */
        IF_BEHIND,
        /** "may", "typically", "successful candidates will" before it. */
        MAYBE,
        /** "not", "unable" shortly before it. */
        NOT,
        /** "unfortunately", "regret" before it. */
        REGRET
    }

    /** Where its phrases count. */
    enum Place {
        SUBJECT,
        BODY,
        BOTH
    }
}
