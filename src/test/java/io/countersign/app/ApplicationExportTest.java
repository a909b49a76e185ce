package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.ApplicationId;
import io.countersign.ats.FollowUpDraft;
import io.countersign.ats.FollowUpDraft.Kind;
import io.countersign.ats.Provenance;
import io.countersign.ats.draft.DraftService;
import io.countersign.ats.jdbc.JdbcDraftStore;
import io.countersign.ats.ui.ApplicationFiles.Handing;
import io.countersign.mail.InMemoryMail;
import io.countersign.shared.db.TestDatabases;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Handing drafts to the mail program. */
class ApplicationExportTest {
    private final List<URI> opened = new ArrayList<>();

    private Handing hand(String body, ApplicationExport.MailProgram program) {
        try (var database = TestDatabases.h2()) {
            var mail = new InMemoryMail();
            var books = new DraftService.Books(
                    mail, mail, new JdbcDraftStore(database, "me", Clock.systemUTC()), Optional::of);
            var export = new ApplicationExport(
                    new DraftService(books, Clock.systemUTC()), mail, program, "Interview", Clock.systemUTC());
            var id = new ApplicationId(Provenance.MAIL, 1);
            return export.openDraft(new FollowUpDraft(id, Kind.FIRST, "jane@x.example", "News?", body, false));
        }
    }

    @Test
    void theMailProgramGetsALinkWithAddressSubjectAndText() {
        assertThat(hand("Any news?", opened::add)).isEqualTo(Handing.OPENED);
        assertThat(opened).singleElement().hasToString("mailto:jane@x.example?subject=News%3F&body=Any%20news%3F");
    }

    @Test
    void whatIsTooLongForALinkReachesNoProgram() {
        assertThat(hand("b".repeat(3_000), opened::add)).isEqualTo(Handing.TOO_LONG);
        assertThat(opened).isEmpty();
    }

    @Test
    void aSystemWithoutAMailProgramIsNoError() {
        assertThat(hand("Any news?", _ -> {
                    throw new IOException("no such command");
                }))
                .isEqualTo(Handing.REFUSED);
    }
}
