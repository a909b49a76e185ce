package io.countersign.api.routes;

import io.countersign.api.Call;
import io.countersign.api.Refusal;
import io.countersign.api.Reply;
import io.countersign.api.Route;
import io.countersign.api.Route.Verb;
import io.countersign.job.JobDesk;
import io.countersign.job.JobJson;
import io.countersign.shared.Json;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What repeats. */
public final class JobRoutes {
    private static final int MOST = 1000;
    private static final int USUAL = 20;

    private final Supplier<JobDesk> jobs;
    private final JobJson json;

    /** @param jobs asked for when a request needs it */
    public JobRoutes(Supplier<JobDesk> jobs, JobJson json) {
        this.jobs = jobs;
        this.json = json;
    }

    /** All of them. */
    public List<Route> routes() {
        return List.of(
                Route.of(
                        Verb.GET,
                        "/api/jobs",
                        "All jobs with their schedule, their last and their next run.",
                        this::list),
                Route.of(
                        Verb.POST,
                        "/api/jobs/{name}/run",
                        "Runs a job now and answers when it has ended, however it ended.",
                        this::run),
                new Route(
                        Verb.GET,
                        "/api/jobs/history",
                        "What became of the runs, the newest first.",
                        Set.of("name", "limit"),
                        this::history));
    }

    private Reply list(Call call) {
        return Reply.json(Json.array(jobs.get().jobs().stream().map(json::of).toList()));
    }

    private Reply run(Call call) {
        var name = call.path().getOrDefault("name", "");
        var desk = jobs.get();
        if (desk.jobs().stream().noneMatch(job -> job.name().equals(name))) {
            throw new Refusal(404, "There is no such job. All are in /api/jobs.");
        }
        return Reply.json(json.of(desk.run(name, call.progress())));
    }

    private Reply history(Call call) {
        int limit = call.number("limit", 1, MOST).orElse(USUAL);
        return Reply.json(Json.array(jobs.get().history(call.text("name"), limit).stream()
                .map(json::of)
                .toList()));
    }
}
