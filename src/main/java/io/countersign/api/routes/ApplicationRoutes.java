package io.countersign.api.routes;

import io.countersign.api.Call;
import io.countersign.api.Refusal;
import io.countersign.api.Reply;
import io.countersign.api.Route;
import io.countersign.api.Route.Verb;
import io.countersign.ats.Application;
import io.countersign.ats.ApplicationDesk;
import io.countersign.ats.ApplicationJson;
import io.countersign.ats.EnrichmentJson;
import io.countersign.ats.FollowUpDraft;
import io.countersign.ats.FollowUpDraft.Kind;
import io.countersign.ats.Reason;
import io.countersign.ats.tracking.AtsEnrichmentJob;
import io.countersign.mail.MessageRepository;
import io.countersign.shared.Json;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Job applications. */
public final class ApplicationRoutes {
    private final ApplicationDesk desk;
    private final AtsEnrichmentJob enrichment;
    private final MessageRepository messages;
    private final Words words;

    /**
     * What is said in words.
     *
     * @param reason a reason in an English sentence
     * @param draft the mail of a next step
     */
    public record Words(Function<Reason, String> reason, BiFunction<Application, Kind, FollowUpDraft> draft) {}

    public ApplicationRoutes(
            ApplicationDesk desk, AtsEnrichmentJob enrichment, MessageRepository messages, Words words) {
        this.desk = desk;
        this.enrichment = enrichment;
        this.messages = messages;
        this.words = words;
    }

    /** All of them. */
    public List<Route> routes() {
        return List.of(
                new Route(
                        Verb.GET,
                        "/api/ats/applications",
                        "Job applications, those where an action changes most first.",
                        Set.of("min_risk"),
                        this::applications),
                Route.of(
                        Verb.POST,
                        "/api/ats/enrich",
                        "Adds to mail what needs more than one mail, now instead of at night.",
                        this::enrich));
    }

    private Reply applications(Call call) {
        double risk = call.text("min_risk").map(ApplicationRoutes::risk).orElse(0.0);
        var ranked = desk.applications().stream()
                .filter(one -> one.outlook().ghostingRisk() >= risk)
                .toList();
        var json = new ApplicationJson(messages, ranked, words.reason(), words.draft());
        return Reply.json(Json.array(ranked.stream().map(json::of).toList()));
    }

    private static double risk(String text) {
        try {
            double risk = Double.parseDouble(text);
            if (risk >= 0 && risk <= 1) {
                return risk;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new Refusal(400, "min_risk is a number from 0 to 1.");
    }

    private Reply enrich(Call call) {
        var body = call.object(Set.of("full"));
        return Reply.json(EnrichmentJson.of(enrichment.run(Call.yes(body, "full", false), call.progress())));
    }
}
