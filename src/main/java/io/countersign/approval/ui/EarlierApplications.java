package io.countersign.approval.ui;

import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Knows where the person has applied already. Blocking and thread-safe. */
public interface EarlierApplications {
    /** The applications at the employer that a mail is about, newest first, without the one that the mail belongs to. */
    List<Earlier> at(Message mail);

    /** For a window that knows of none. */
    static EarlierApplications none() {
        return _ -> List.of();
    }

    /**
     * One of them.
     *
     * @param role empty when nobody says
     * @param applied empty when nothing tells when
     * @param daysSilent whole days since the other side last spoke; empty once it ended
     */
    record Earlier(
            String company, String role, Optional<LocalDate> applied, Stage stage, Optional<Integer> daysSilent) {}
}
