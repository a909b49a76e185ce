package io.countersign.insight;

import java.time.LocalDate;

/** A number of Insights whose mails a person wants to see. */
public sealed interface Behind {
    /** Mails that a policy proposed something for. */
    record Fired(long policyId) implements Behind {}

    /** Mails whose proposals by a policy were approved, or rejected. */
    record Decided(long policyId, boolean approved) implements Behind {}

    /** Mails whose proposals by a policy wait for a decision. */
    record Pending(long policyId) implements Behind {}

    /** Mails decided in the week from {@code monday} on, of one policy. */
    record Week(long policyId, LocalDate monday) implements Behind {}

    /** Mails that the person handled by hand, or said they would have wanted handled, and that a policy did not propose for. */
    record Missed(long policyId) implements Behind {}

    /** Decided mails that were proposed with a confidence from {@code low} up to below {@code high} (the last bin: included). */
    record Confidence(double low, double high) implements Behind {}

    /** Decided mails that have a learned feature. */
    record Feature(String feature) implements Behind {}
}
