package io.countersign.ats.odds;

import io.countersign.mail.Stage;

/** How much hangs on an application at a stage: weights that order the list, not probabilities. */
final class Stakes {
    private Stakes() {}

    /** 0..1; 0 for an ended one. */
    static double of(Stage stage) {
        return switch (stage) {
            case APPLIED -> 0.1;
            case ASSESSMENT -> 0.2;
            case SCREENING -> 0.3;
            case INTERVIEW -> 0.5;
            case FINAL_ROUND -> 0.75;
            case OFFER -> 1;
            case REJECTED, WITHDRAWN, HIRED -> 0;
        };
    }
}
