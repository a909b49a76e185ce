package io.countersign.ats.joining;

import io.countersign.ats.ApplicationDecision.Add;
import io.countersign.ats.ApplicationDecision.Rename;
import io.countersign.ats.ApplicationDecisions.Decided;
import io.countersign.ats.NewApplication;
import io.countersign.ats.WarehouseRows;
import io.countersign.ats.WarehouseShare;
import io.countersign.mail.Address;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.AtsMails.AtsMail;
import io.countersign.mail.CalendarInvite;
import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import io.countersign.shared.text.TextFold;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Turns mails, decisions and rows of one person into evidence. */
final class EvidenceReader {
    private static final Set<Category> BY_MACHINES = Set.of(
            Category.JOB_ALERT,
            Category.RECRUITER_OUTREACH,
            Category.NEWSLETTER,
            Category.PROMOTION,
            Category.SOCIAL,
            Category.SUSPICIOUS);

    private static final int RISKY = 50;

    private final NameTokens tokens;
    private final SenderDomains domains;
    private final Companies companies;
    private final Person person;
    private final CandidateRows rows;
    private final Map<String, Set<String>> rolesRead = new HashMap<>();
    private final EmployerDomains employers;
    private final ZoneId zone;

    EvidenceReader(JoinInput input, NameTokens tokens, SenderDomains domains, ZoneId zone) {
        this.tokens = tokens;
        this.domains = domains;
        this.zone = zone;
        this.person = Person.of(input.mails());
        this.rows = CandidateRows.of(input.rows(), person);
        this.companies = new Companies(names(input).toList(), tokens);
        var mentions = new HashMap<String, Integer>();
        names(input).map(companies::employer).forEach(name -> mentions.merge(name, 1, Integer::sum));
        this.employers = new EmployerDomains(input.mails(), domains, companies, person, mentions);
    }

    private static Stream<String> names(JoinInput input) {
        var ofMails = input.mails().stream().flatMap(mail -> mail.stated().flatMap(AtsFacts::company).stream());
        var ofRows = input.rows().stream().map(numbered -> numbered.row().company());
        var ofDecisions = input.decisions().stream().map(Decided::decision).flatMap(decision -> switch (decision) {
            case Add add -> Stream.of(add.application().company());
            case Rename rename -> Stream.of(rename.company());
            default -> Stream.<String>empty();
        });
        return Stream.of(ofMails, ofRows, ofDecisions).flatMap(all -> all).map(ApplicationNames::cut);
    }

    /** A job search names few roles and domains, again and again. */
    private Set<String> role(String name) {
        return rolesRead.computeIfAbsent(name, tokens::role);
    }

    Employers employers(Set<Long> threads, Set<String> people) {
        return new Employers(employers.known(), threads, people, domains);
    }

    WarehouseShare warehouse() {
        return rows.share();
    }

    /** All of it, oldest first, and at the end what has no date: it joins what is known by then. */
    List<Evidence> read(JoinInput input) {
        var all = new ArrayList<Evidence>(input.mails().size() + 16);
        input.mails().stream().filter(EvidenceReader::counts).forEach(mail -> all.add(mail(mail)));
        for (var decided : input.decisions()) {
            if (decided.decision() instanceof Add(var application)) {
                all.add(byHand(decided, application));
            }
        }
        rows.counting().forEach(row -> all.add(row(row)));
        all.sort(Evidence.UNDATED_LAST);
        return all;
    }

    /** What a person said is about no application at all is evidence of none; nor is what may be a trap. */
    private static boolean counts(AtsMail mail) {
        return mail.byHand()
                ? mail.stated().isPresent()
                : mail.message().understanding().riskScore() < RISKY;
    }

    private Evidence.Mail mail(AtsMail mail) {
        var message = mail.message();
        boolean own = person.wrote(message);
        var facts = mail.stated();
        var people = own ? recipients(message) : sender(message);
        var named = facts.flatMap(AtsFacts::company)
                .map(ApplicationNames::cut)
                .map(companies::employer)
                .filter(name -> !name.isEmpty() && !employers.isMisread(name, message));
        return new Evidence.Mail(
                mail,
                own,
                new Clues(
                        named.or(() -> employers.of(people)).orElse(""),
                        named.isPresent(),
                        facts.flatMap(AtsFacts::role).map(this::role).orElse(Set.of()),
                        facts.flatMap(AtsFacts::applicationId)
                                .map(EvidenceReader::number)
                                .orElse(""),
                        facts.flatMap(AtsFacts::system).orElse(""),
                        OptionalLong.of(message.threadId()),
                        facts.flatMap(AtsFacts::invite).map(CalendarInvite::uid).orElse(""),
                        people,
                        facts.flatMap(AtsFacts::stage),
                        own || isPersonal(message)));
    }

    private static boolean isPersonal(Message message) {
        var envelope = message.envelope();
        return !envelope.unsubscribable()
                && envelope.listId().isEmpty()
                && !BY_MACHINES.contains(message.understanding().category());
    }

    private Set<String> sender(Message message) {
        var from = message.envelope().from();
        return isPerson(from) ? Set.of(from.email().toLowerCase(Locale.ROOT)) : Set.of();
    }

    private Set<String> recipients(Message message) {
        var people = new HashSet<String>();
        for (var to : message.envelope().to()) {
            if (isPerson(to) && !person.is(to.email())) {
                people.add(to.email().toLowerCase(Locale.ROOT));
            }
        }
        return people;
    }

    /** Relays and providers of lists send for everybody: their addresses tell nobody apart. */
    private boolean isPerson(Address address) {
        return !address.email().isEmpty() && employers.own(address.domain()).isPresent();
    }

    private static String number(String text) {
        var number = new StringBuilder();
        var folded = TextFold.fold(text);
        for (int i = 0; i < folded.length() && number.length() < 60; i++) {
            if (Character.isLetterOrDigit(folded.charAt(i))) {
                number.append(folded.charAt(i));
            }
        }
        return number.toString();
    }

    private Evidence.ByHand byHand(Decided decided, NewApplication application) {
        var at = application.appliedOn().atStartOfDay(zone).toInstant();
        var clues = clues(application.company(), application.role(), "", "", Optional.of(application.stage()));
        return new Evidence.ByHand(decided, application, at, clues);
    }

    private Evidence.Row row(WarehouseRows.Numbered numbered) {
        var row = numbered.row();
        var at = row.lastStageChange().orElse(Evidence.UNDATED); // a talk may be ahead: nobody said it on that day
        return new Evidence.Row(
                numbered,
                at,
                clues(row.company(), row.role().orElse(""), number(row.applicationId()), row.system(), row.stage()));
    }

    private Clues clues(String company, String role, String number, String system, Optional<Stage> stage) {
        return new Clues(
                companies.employer(ApplicationNames.cut(company)),
                true,
                role(role),
                number,
                system,
                OptionalLong.empty(),
                "",
                Set.of(),
                stage,
                false);
    }

    /** What a person's rename is about. */
    Clues clues(Rename rename) {
        return clues(rename.company(), rename.role(), "", "", Optional.empty());
    }
}
