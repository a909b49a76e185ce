package io.countersign.ats;

import io.countersign.mail.Stage;
import java.time.LocalDate;

/** An application that a person adds by hand. */
public record NewApplication(
        String company, String role, Stage stage, LocalDate appliedOn, ApplicationSource source, String note) {}
