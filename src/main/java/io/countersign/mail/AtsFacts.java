package io.countersign.mail;

import java.time.Instant;
import java.util.Optional;

/** The {@code ats.*} part of the message document: what a mail says about a job application. */
public record AtsFacts(
        Optional<String> system,
        Optional<String> applicationId,
        Optional<String> stage,
        Optional<Instant> lastStageChange,
        Optional<Instant> interviewDate,
        Optional<String> company,
        Optional<String> role,
        double ghostingRisk) {}
