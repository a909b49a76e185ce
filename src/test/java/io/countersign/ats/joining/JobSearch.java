package io.countersign.ats.joining;

import io.countersign.mail.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** An invented job search: which mails belong to one application is known. Same seed, same mails. */
public final class JobSearch {
    private static final String[] NAMES = {"Acme", "Globex", "Initech", "Umbra", "Hooli", "Vandel", "Tessel", "Norvik"};
    private static final String[] KINDS = {"Robotics", "Health", "Bank", "Energy", "Games", "Freight"};
    private static final String[] ROLES = {
        "Backend Engineer", "Data Analyst", "Product Designer", "Site Reliability Engineer", "Technical Writer"
    };

    private final Random random;
    private final List<Letter> letters = new ArrayList<>();
    private final List<Set<Long>> truth = new ArrayList<>();
    private long nextId = 1;

    private JobSearch(long seed) {
        this.random = new Random(seed);
    }

    /** So many applications at employers of which each has up to three openings. */
    public static JobSearch of(long seed, int applications) {
        var search = new JobSearch(seed);
        while (search.truth.size() < applications) {
            search.employer(search.truth.size());
        }
        return search;
    }

    public List<Letter> letters() {
        return List.copyOf(letters);
    }

    /** The ids of the mails of each application. */
    public List<Set<Long>> truth() {
        return List.copyOf(truth);
    }

    private void employer(int number) {
        var company = NAMES[random.nextInt(NAMES.length)] + number + " " + KINDS[random.nextInt(KINDS.length)];
        var domain = "people" + number + ".example";
        int first = random.nextInt(ROLES.length);
        int openings = 1 + random.nextInt(3);
        for (int i = 0; i < openings; i++) {
            application(company, ROLES[(first + i) % ROLES.length], domain);
        }
    }

    private void application(String company, String role, String domain) {
        double day = random.nextInt(300);
        var ids = new HashSet<Long>();
        add(ids, Letter.of(nextId, day, Stage.APPLIED, company + " Inc.", role).system("greenhouse"));
        if (random.nextInt(3) == 0) {
            var recruiter = "r" + nextId + "@" + domain;
            long thread = nextId;
            add(
                    ids,
                    Letter.of(nextId, day + 6, Stage.SCREENING, company, "Senior " + role)
                            .from(recruiter)
                            .thread(thread));
            add(ids, Letter.own(nextId, day + 7, recruiter).thread(thread));
            add(ids, Letter.of(nextId, day + 8).plain().from(recruiter).thread(thread));
        }
        if (random.nextInt(2) == 0) {
            add(ids, Letter.of(nextId, day + 20, Stage.REJECTED, company, role).system("greenhouse"));
        }
        truth.add(ids);
    }

    private void add(Set<Long> ids, Letter letter) {
        letters.add(letter);
        ids.add(letter.id());
        nextId++;
    }
}
