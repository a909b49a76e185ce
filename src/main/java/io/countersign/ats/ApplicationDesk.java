package io.countersign.ats;

import io.countersign.mail.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person does with applications: look and correct. A correction outranks detectors and warehouse for ever, rescans
 * included, and what was written before it; later mail moves an application on. Blocking and thread-safe. All that name an
 * application throw {@code CountersignException.NotFound} when there is none.
 */
public interface ApplicationDesk {
    /** All applications, ended ones last, by rank. */
    List<RankedApplication> applications();

    /** Those of the employer whose name or mail domain is meant; newest first. */
    List<RankedApplication> at(String companyOrDomain);

    /** What may be of several applications and was joined to none of them: the person is asked. */
    List<JoinQuestion> questions();

    /** Whose the rows are that were read from a warehouse. */
    WarehouseShare warehouse();

    /** Says that it is of none of these. */
    Change keepApart(ApplicationId apart, List<ApplicationId> others);

    /** Says that two are one. */
    Change merge(ApplicationId kept, ApplicationId other);

    /** Says that these mails of it are an application of their own. */
    Change split(ApplicationId from, Set<Long> messageIds);

    /** Says where an application is since that day. */
    Change correctStage(ApplicationId id, Stage stage, LocalDate since);

    /** Says what one mail announces; empty for nothing. */
    Change correctMail(long messageId, Optional<Stage> stage);

    /** Says which employer and role it is about. */
    Change rename(ApplicationId id, String company, String role);

    /** Adds one that no mail tells of. {@code CountersignException.Invalid} when it names no company. */
    Change add(NewApplication application);

    /** Says that it is no application of this person. */
    Change dismiss(ApplicationId id);

    /** Says that the person asked for news, by another way than this mailbox. */
    Change followedUp(ApplicationId id, Instant at);

    /** Takes a correction back. */
    void undo(Change change);
}
