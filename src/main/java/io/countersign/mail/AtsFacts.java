package io.countersign.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The {@code ats.*} part of the message document: what a mail says about a job application.
 *
 * @param system id of the applicant tracking system or job board behind the mail
 * @param applicationId as the sender writes it: of the application, else of the opening
 * @param lastStageChange the mail's date when it announces a stage
 * @param interviewDate when the announced talk begins
 * @param company the employer, never a relay or a job board on whose behalf it writes
 * @param ghostingRisk 0..1
 * @param invite the appointment in the mail's calendar part
 * @param deadline the last day for the answer or the task that the mail awaits of the person, should its stage be one that
 *     {@linkplain Stage#awaitsThePerson() awaits} anything
 */
public record AtsFacts(
        Optional<String> system,
        Optional<String> applicationId,
        StageFinding finding,
        Optional<Instant> lastStageChange,
        Optional<Instant> interviewDate,
        Optional<String> company,
        Optional<String> role,
        double ghostingRisk,
        Optional<CalendarInvite> invite,
        Optional<LocalDate> deadline) {

    /** The stage that the mail announces; empty when it announces none or is not sure. */
    public Optional<Stage> stage() {
        return finding.stage();
    }

    /** The same, with another risk. */
    public AtsFacts withGhostingRisk(double risk) {
        return new AtsFacts(
                system, applicationId, finding, lastStageChange, interviewDate, company, role, risk, invite, deadline);
    }

    /** The same, with another employer and role. */
    public AtsFacts withNames(Optional<String> company, Optional<String> role) {
        return new AtsFacts(
                system,
                applicationId,
                finding,
                lastStageChange,
                interviewDate,
                company,
                role,
                ghostingRisk,
                invite,
                deadline);
    }
}
