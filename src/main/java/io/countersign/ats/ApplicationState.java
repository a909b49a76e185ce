package io.countersign.ats;

import io.countersign.mail.Stage;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an application is.
 *
 * @param stage the furthest stage, or how it ended
 * @param furthest the furthest stage before it ended
 * @param appliedAt empty when nothing tells when it began
 * @param lastStageChange empty when nothing tells
 * @param lastHeard when the other side last spoke; empty when it never did
 * @param interviewDate of the newest talk that is known and not cancelled; may be past
 * @param followUps how often the person asked for news since the other side last spoke
 * @param lastSent when the person last wrote
 */
public record ApplicationState(
        Stage stage,
        Stage furthest,
        Optional<Instant> appliedAt,
        Optional<Instant> lastStageChange,
        Optional<Instant> lastHeard,
        Optional<Instant> interviewDate,
        int followUps,
        Optional<Instant> lastSent) {}
