package io.countersign.insight.ui;

import io.countersign.approval.trust.PolicyTrust;

/** How far policies may act alone, in the person's language. */
record TrustLevelWords(InsightWords words) {
    /** Where a policy stands, in one or two words. */
    String level(PolicyTrust trust) {
        if (trust.demoted().isPresent()) {
            return words.get("insights.trust.DEMOTED");
        }
        return trust.mayAct() ? words.get("insights.trust." + trust.level()) : words.get("insights.trust.ASKS");
    }

    /** The tone of its chip. */
    static String tone(PolicyTrust trust) {
        if (trust.demoted().isPresent()) {
            return "bad";
        }
        return switch (trust.level()) {
            case SUGGEST -> "";
            case EARNED -> "accent";
            case AUTOMATIC -> "ok";
        };
    }

    /** What that means, or why it stands there. */
    String help(PolicyTrust trust) {
        if (trust.demoted().isPresent()) {
            return trust.demoted().get();
        }
        if (!trust.mayAct()) {
            return words.get("insights.trust.ASKS.help");
        }
        return switch (trust.level()) {
            case SUGGEST -> words.get("insights.trust.SUGGEST.help", trust.missing());
            case EARNED -> words.get("insights.trust.EARNED.help", words.number(trust.decided()));
            case AUTOMATIC ->
                words.get("insights.trust.AUTOMATIC.help", words.formats().date(trust.since()));
        };
    }
}
