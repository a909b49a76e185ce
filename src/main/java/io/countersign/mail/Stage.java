package io.countersign.mail;

import java.util.Locale;
import java.util.Optional;

/** How far an application is; in the order of a hiring process, then the ways in which it ends. */
public enum Stage {
    APPLIED,
    ASSESSMENT,
    SCREENING,
    INTERVIEW,
    FINAL_ROUND,
    OFFER,
    REJECTED,
    WITHDRAWN,
    HIRED;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The stable name in JSON, policies and the database. */
    public String id() {
        return id;
    }

    /** True when nothing follows: rejected, withdrawn or hired. */
    public boolean isTerminal() {
        return compareTo(OFFER) > 0;
    }

    /** True when it is about a talk: screening, interview or final round. */
    public boolean isInterview() {
        return this == SCREENING || this == INTERVIEW || this == FINAL_ROUND;
    }

    /** True when the person has to answer or to do something by a day: an offer or an assessment. */
    public boolean awaitsThePerson() {
        return this == OFFER || this == ASSESSMENT;
    }

    public static Optional<Stage> of(String id) {
        for (var stage : values()) {
            if (stage.id.equals(id)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
