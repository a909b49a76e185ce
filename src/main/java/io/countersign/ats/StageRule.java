package io.countersign.ats;

import io.countersign.mail.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One section of a stage file.
 *
 * @param stage what its phrases speak for; empty for a rule that only supports others or speaks against every stage
 * @param against how strongly it speaks against any stage; 0 for others
 * @param count how many of its phrases it takes
 * @param guarded by which words around it its phrases lose their meaning
 * @param needs of which rules or facts at least one must hold
 * @param unless of which rules or facts none may hold
 */
record StageRule(
        String name,
        Optional<Stage> stage,
        double weight,
        double against,
        int count,
        Set<Guard> guarded,
        List<String> needs,
        List<String> unless,
        Place place) {

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
