package io.countersign.ats.ui;

import io.countersign.ats.detection.RecruiterRisk;
import io.countersign.shared.ui.MailBody;
import java.util.Optional;

/**
 * A mail of a timeline, as it is read here.
 *
 * @param risk what to warn about before anybody answers it; empty when there is nothing
 */
record OpenedMail(MailBody body, Optional<RecruiterRisk> risk) {}
