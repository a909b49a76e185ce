package io.countersign.ats;

import io.countersign.ats.TimelineEntry.Kind;
import io.countersign.mail.Address;
import io.countersign.mail.InMemoryMail;
import io.countersign.mail.Stage;
import io.countersign.mail.Understanding;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The applications of a made-up job seeker on {@link #TODAY}, a Monday, and the mails behind them. */
public final class SampleApplications {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final Clock CLOCK = Clock.fixed(TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    private final List<Application> applications = new ArrayList<>();
    private final InMemoryMail mail = new InMemoryMail();
    private final List<TimelineEntry> timeline = new ArrayList<>();
    private long next = 1;

    private SampleApplications() {}

    /** What is on the desk, and the mails behind it. */
    public record Filled(InMemoryApplications desk, InMemoryDrafts drafts, InMemoryMail mail) {}

    /** A desk with everything on it that the screen can show. */
    public static Filled fill(Ranking ranking) {
        var sample = new SampleApplications();
        sample.talks();
        sample.silent();
        sample.fresh();
        sample.odd();
        sample.ended();
        return new Filled(
                new InMemoryApplications(ranking, CLOCK).with(sample.applications), new InMemoryDrafts(), sample.mail);
    }

    /** So many made-up applications, the same each time. */
    public static List<Application> many(int count) {
        var random = new Random(4711);
        var many = new ArrayList<Application>();
        for (int i = 1; i <= count; i++) {
            var stage = List.of(Stage.values()).get(random.nextInt(random.nextInt(3) == 0 ? 9 : 2));
            var applied = at(random.nextInt(200) + 1);
            var entries = new ArrayList<TimelineEntry>();
            entries.add(entry(applied, Kind.STAGE, Optional.of(Stage.APPLIED), i, "Thank you for applying", "Jobs"));
            if (stage != Stage.APPLIED) {
                var later = applied.plusSeconds(86_400L * random.nextInt(1, 20));
                entries.add(entry(
                        later.isAfter(CLOCK.instant()) ? CLOCK.instant() : later,
                        Kind.STAGE,
                        Optional.of(stage),
                        count + (long) i,
                        "News",
                        "Jobs"));
            }
            many.add(application(
                    new ApplicationId(Provenance.MAIL, i),
                    "Employer " + random.nextInt(count) + (i % 7 == 0 ? " Käsewerke" : " Labs"),
                    "Engineer " + i % 40,
                    Optional.of("greenhouse"),
                    ApplicationSource.DIRECT,
                    entries));
        }
        return many;
    }

    private void talks() {
        stage(33, Stage.APPLIED, "Thank you for applying to Lumen Grid", "Lumen Grid Recruiting");
        stage(25, Stage.ASSESSMENT, "Your CodeSignal assessment", "CodeSignal");
        word(19, "We’d like to invite you to interview", "Hanna Berg");
        stage(13, Stage.INTERVIEW, "Thank you for your time today", "Hanna Berg");
        put("Lumen Grid", "Senior Data Engineer", "greenhouse");
        stage(20, Stage.APPLIED, "Application received", "Nova Textiles");
        talk(1, 3, 14, Stage.INTERVIEW, "Interview on Thursday", "Priya Nair");
        put("Nova Textiles", "ML Engineer", "lever");
        stage(30, Stage.APPLIED, "We received your application", "Harbour Analytics");
        talk(6, 1, 10, Stage.SCREENING, "A first call", "Tom Okafor");
        put("Harbour Analytics", "Analytics Engineer", "ashby");
        stage(18, Stage.APPLIED, "Thanks for applying", "Quayside Robotics");
        talk(2, 11, 9, Stage.FINAL_ROUND, "Final round with the team", "Quayside People Team");
        put("Quayside Robotics", "Platform Engineer", "workday");
        stage(21, Stage.APPLIED, "Application received", "Meridian Post");
        talk(8, -1, 15, Stage.INTERVIEW, "Interview confirmed for Sunday", "Elena Rossi");
        put("Meridian Post", "Backend Engineer", "greenhouse");
        stage(40, Stage.APPLIED, "Thank you for your interest", "Brightline");
        stage(20, Stage.INTERVIEW, "Interview", "Sam Lee");
        stage(0, Stage.OFFER, "Your offer from Brightline", "Sam Lee");
        put("Brightline", "Data Engineer", "smartrecruiters");
        stage(9, Stage.APPLIED, "We got your application", "Pinecone Rail");
        stage(3, Stage.ASSESSMENT, "Take-home exercise", "Pinecone Rail Careers");
        put("Pinecone Rail", "Software Engineer", "icims");
    }

    private void silent() {
        stage(22, Stage.APPLIED, "Thank you for applying", "Orchard Health");
        put("Orchard Health", "Backend Engineer", "greenhouse");
        stage(60, Stage.APPLIED, "Thanks for applying", "Kestrel Maps");
        stage(19, Stage.SCREENING, "Next step: a phone screen", "Kestrel Maps Talent");
        followUp(10, "Following up on our call");
        put("Kestrel Maps", "Platform Engineer", "lever");
        stage(16, Stage.APPLIED, "Application received", "Fjord Energy");
        put("Fjord Energy", "Data Engineer", "teamtailor");
        stage(45, Stage.APPLIED, "Your application to Slate & Sons", "Slate & Sons");
        followUp(30, "My application");
        followUp(20, "My application, again");
        put("Slate & Sons", "Java Developer", "bamboohr");
        stage(75, Stage.APPLIED, "Danke für Ihre Bewerbung", "Stadtwerke Nordheim");
        put("Stadtwerke Nordheim", "Softwareentwickler:in Energiemanagement", "personio");
        stage(29, Stage.APPLIED, "Thank you", "Copperfield");
        stage(24, Stage.ASSESSMENT, "HackerRank invitation", "HackerRank");
        put("Copperfield", "Site Reliability Engineer", "workable");
        stage(120, Stage.APPLIED, "Thank you for your application", "Ganymede");
        put("Ganymede", "Compiler Engineer", "jobvite");
    }

    private void fresh() {
        var names = List.of(
                "Atlas Foods", "Juniper Bank", "Tern Logistics", "Ochre Games", "Polder Software", "Vega Instruments");
        var roles = List.of(
                "Analytics Lead",
                "Data Platform Engineer",
                "Backend Engineer",
                "Tools Programmer",
                "Java Engineer",
                "QA Lead");
        for (int i = 0; i < names.size(); i++) {
            stage(i * 2, Stage.APPLIED, "Application received: " + roles.get(i), names.get(i));
            put(
                    names.get(i),
                    roles.get(i),
                    List.of("greenhouse", "lever", "workday").get(i % 3));
        }
        stage(5, Stage.APPLIED, "Application received", "Marlowe Media");
        word(1, "Quick question about your notice period", "Ines Duarte");
        put("Marlowe Media", "Streaming Engineer", "recruitee");
    }

    private void odd() {
        stage(11, Stage.APPLIED, "Your application", "no-reply");
        put("", "Principal Engineer (m/f/d)", "workday");
        stage(8, Stage.APPLIED, "Eingangsbestätigung", "Donaudampfschifffahrt");
        put(
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH & Co. KG",
                "Oberste leitende Softwarearchitektin für sicherheitskritische Echtzeitsysteme im Schiffsverkehr",
                "successfactors");
        stage(14, Stage.APPLIED, "Thanks for applying", "Willow Labs");
        unsure(4, List.of(Stage.INTERVIEW, Stage.REJECTED), "About your application", "Willow Labs Hiring");
        put("Willow Labs", "Research Engineer", "ashby");
        stage(6, Stage.APPLIED, "קיבלנו את מועמדותך", "ספרים");
        put("ספרים בע״מ", "מהנדס תוכנה", "comeet");
    }

    private void ended() {
        var companies =
                List.of("Cobalt Air", "Fennel", "Northgate Insurance", "Ruby Harvest", "Osprey Security", "Lantern");
        for (int i = 0; i < companies.size(); i++) {
            stage(50 + 7 * i, Stage.APPLIED, "Thank you for applying", companies.get(i));
            if (i % 2 == 0) {
                stage(40 + 7 * i, Stage.INTERVIEW, "Interview", companies.get(i));
            }
            stage(30 + 7 * i, Stage.REJECTED, "Your application to " + companies.get(i), companies.get(i));
            put(companies.get(i), "Software Engineer", "greenhouse");
        }
        stage(70, Stage.APPLIED, "Thank you", "Tidewater");
        stage(65, Stage.WITHDRAWN, "Withdrawn as you asked", "Tidewater");
        put("Tidewater", "DevOps Engineer", "lever");
        stage(200, Stage.APPLIED, "Thank you", "Bramble & Co");
        stage(180, Stage.HIRED, "Welcome aboard", "Bramble & Co");
        put("Bramble & Co", "Junior Developer", "workable");
    }

    private void stage(int daysAgo, Stage stage, String title, String party) {
        say(at(daysAgo), Kind.STAGE, Optional.of(stage), List.of(), title, party, Optional.empty());
    }

    private void talk(int daysAgo, int inDays, int hour, Stage stage, String title, String party) {
        var talk = TODAY.plusDays(inDays).atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC);
        say(at(daysAgo), Kind.STAGE, Optional.of(stage), List.of(), title, party, Optional.of(talk));
    }

    private void word(int daysAgo, String title, String party) {
        say(at(daysAgo), Kind.WORD, Optional.empty(), List.of(), title, party, Optional.empty());
    }

    private void unsure(int daysAgo, List<Stage> candidates, String title, String party) {
        say(at(daysAgo), Kind.UNSURE, Optional.of(candidates.getFirst()), candidates, title, party, Optional.empty());
    }

    private void followUp(int daysAgo, String title) {
        say(at(daysAgo), Kind.FOLLOW_UP, Optional.empty(), List.of(), title, "", Optional.empty());
    }

    private void say(
            Instant at,
            Kind kind,
            Optional<Stage> stage,
            List<Stage> candidates,
            String title,
            String party,
            Optional<Instant> talk) {
        long id = next++;
        mail.add(
                id,
                Understanding.unknown(),
                InMemoryMail.text(
                        new Address(party, "jobs@employer.example"),
                        title,
                        "Hello Alex,\n\n" + title + ".\n\nKind regards\n" + party));
        timeline.add(new TimelineEntry(
                at, kind, stage, candidates, Optional.of(id), title, party, talk, Provenance.MAIL, false));
    }

    private static TimelineEntry entry(
            Instant at, Kind kind, Optional<Stage> stage, long mail, String title, String party) {
        return new TimelineEntry(
                at, kind, stage, List.of(), Optional.of(mail), title, party, Optional.empty(), Provenance.MAIL, false);
    }

    private static Instant at(int daysAgo) {
        return TODAY.minusDays(daysAgo).atTime(8, 0).toInstant(ZoneOffset.UTC);
    }

    private void put(String company, String role, String system) {
        var id = new ApplicationId(
                Provenance.MAIL, timeline.getFirst().messageId().orElseThrow());
        applications.add(
                application(id, company, role, Optional.of(system), ApplicationSource.DIRECT, List.copyOf(timeline)));
        timeline.clear();
    }

    /** An application whose state is what its timeline says. */
    static Application application(
            ApplicationId id,
            String company,
            String role,
            Optional<String> system,
            ApplicationSource source,
            List<TimelineEntry> timeline) {
        return new Application(id, company, role, system, Optional.empty(), source, state(timeline), timeline);
    }

    private static ApplicationState state(List<TimelineEntry> timeline) {
        var stages =
                timeline.stream().filter(entry -> entry.kind() == Kind.STAGE).toList();
        var last = stages.isEmpty() ? Stage.APPLIED : stages.getLast().stage().orElse(Stage.APPLIED);
        var furthest = stages.stream()
                .flatMap(entry -> entry.stage().stream())
                .filter(stage -> !stage.isTerminal())
                .max(Stage::compareTo)
                .orElse(Stage.APPLIED);
        var heard = timeline.stream()
                .filter(TimelineEntry::isAnswer)
                .map(TimelineEntry::at)
                .max(Instant::compareTo);
        return new ApplicationState(
                last,
                furthest,
                Optional.of(timeline.getFirst().at()),
                stages.isEmpty()
                        ? Optional.empty()
                        : Optional.of(stages.getLast().at()),
                heard,
                timeline.stream()
                        .flatMap(entry -> entry.interviewDate().stream())
                        .reduce((_, later) -> later),
                (int) timeline.stream()
                        .filter(entry -> entry.kind() == Kind.FOLLOW_UP)
                        .filter(entry -> heard.isEmpty() || entry.at().isAfter(heard.get()))
                        .count(),
                timeline.stream()
                        .filter(entry -> entry.kind() == Kind.FOLLOW_UP || entry.kind() == Kind.SENT)
                        .map(TimelineEntry::at)
                        .max(Instant::compareTo));
    }
}
