package io.countersign.approval.trust;

/** What the ladder tells the person, in English as the audit log keeps it; the window says the same in the person's language. */
final class Sentences {
    private Sentences() {}

    static String drift(DriftAlarm alarm) {
        return "You rejected " + alarm.rejected() + " of its last " + (alarm.approved() + alarm.rejected())
                + " proposals, so it asks again.";
    }
}
