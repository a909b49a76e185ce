package io.countersign.ats;

import io.countersign.mail.Stage;
import java.time.Instant;
import java.util.Optional;

/**
 * What a warehouse says of one application.
 *
 * @param applicationId as the warehouse names it; with the system it names the row
 * @param system id of the applicant tracking system; empty when it does not say
 * @param company empty when it does not say
 * @param email of the candidate, in lower case; empty when it does not say
 * @param lastStageChange when the stage was reached
 */
public record WarehouseRow(
        String applicationId,
        String system,
        String company,
        String email,
        Optional<Stage> stage,
        Optional<Instant> lastStageChange,
        Optional<Instant> interviewDate,
        Optional<String> role) {}
