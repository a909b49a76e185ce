package io.countersign.insight.ui;

import io.countersign.insight.InsightSnapshot.Recall;

/** Recall in the person's language, and how many answers are missing until there is one. */
record RecallWords(InsightWords words) {
    /** The recall; a dash while answers are missing. */
    String value(Recall recall) {
        return recall.missing() > 0 ? InsightWords.NONE : words.percent(recall.value());
    }

    /** The interval alone, or how many answers are missing until there is one. */
    String range(Recall recall) {
        return recall.missing() > 0
                ? words.get("insights.missing.short", recall.missing())
                : words.interval(recall.low(), recall.high());
    }

    /** The interval or what is missing, and the answers behind it. */
    String help(Recall recall) {
        return range(recall.missing(), recall.low(), recall.high()) + "\n"
                + words.get("insights.recall.evidence", words.number(recall.answered()), words.number(recall.byHand()));
    }

    /** The recall of all policies; a dash while answers are missing. */
    String value(RecallTotal total) {
        return total.missing() > 0 ? InsightWords.NONE : words.percent(total.value());
    }

    /** The interval or what is missing, and the answers behind it, in one line. */
    String note(RecallTotal total) {
        return range(total.missing(), total.low(), total.high()) + " · "
                + words.get("insights.recall.answers", total.answered());
    }

    private String range(int missing, double low, double high) {
        return missing > 0
                ? words.get("insights.recall.thin", missing)
                : words.get("insights.interval", words.interval(low, high));
    }
}
