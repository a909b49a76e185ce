package io.countersign.ats;

import io.countersign.mail.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The documented formula of the reference, kept as it is so that policies and boosts written for it hold. */
public final class GhostingRisk {
    private static final double UNKNOWN = 0.2;
    private static final double LOW = 0.1;
    private static final double BASE = 0.5;
    private static final double PER_DAY = 0.03;
    private static final int SILENT_DAYS = 14;

    private GhostingRisk() {}

    /**
     * 0 for an ended application; 0.2 when nothing tells when its stage last changed; from the 14th day without an
     * interview date 0.5 + 0.03 per day, at most 1; else 0.1.
     */
    public static double of(
            Optional<Stage> stage, Optional<Instant> lastStageChange, Optional<Instant> interviewDate, Instant now) {
        if (stage.filter(Stage::isTerminal).isPresent()) {
            return 0;
        }
        if (lastStageChange.isEmpty()) {
            return UNKNOWN;
        }
        long days = Duration.between(lastStageChange.get(), now).toDays();
        return interviewDate.isEmpty() && days >= SILENT_DAYS ? Math.min(1, BASE + PER_DAY * days) : LOW;
    }
}
