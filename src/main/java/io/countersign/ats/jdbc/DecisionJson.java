package io.countersign.ats.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.ats.ApplicationDecision;
import io.countersign.ats.ApplicationDecision.Add;
import io.countersign.ats.ApplicationDecision.AtStage;
import io.countersign.ats.ApplicationDecision.Dismiss;
import io.countersign.ats.ApplicationDecision.FollowUp;
import io.countersign.ats.ApplicationDecision.Merge;
import io.countersign.ats.ApplicationDecision.Rename;
import io.countersign.ats.ApplicationDecision.Split;
import io.countersign.ats.ApplicationId;
import io.countersign.ats.ApplicationSource;
import io.countersign.ats.NewApplication;
import io.countersign.mail.Stage;
import io.countersign.shared.CountersignException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Decisions as the JSON text of their row. */
final class DecisionJson {
    private static final int LONGEST = 4_000;

    private final JsonMapper mapper = new JsonMapper();

    static String kind(ApplicationDecision decision) {
        return switch (decision) {
            case Merge _ -> "merge";
            case Split _ -> "split";
            case AtStage _ -> "stage";
            case Rename _ -> "rename";
            case Add _ -> "add";
            case Dismiss _ -> "dismiss";
            case FollowUp _ -> "follow_up";
        };
    }

    String write(ApplicationDecision decision) {
        var json = mapper.createObjectNode();
        switch (decision) {
            case Merge merge -> {
                json.put("kept", merge.kept().toString())
                        .put("company", fit(merge.company()))
                        .put("role", fit(merge.role()));
                put(json, "parts", merge.parts());
            }
            case Split(var moved, var rest) -> {
                put(json, "moved", moved);
                put(json, "rest", rest);
            }
            case AtStage(var anchor, var stage, var since) ->
                json.put("anchor", anchor.toString()).put("stage", stage.id()).put("since", since.toString());
            case Rename(var anchor, var company, var role) ->
                json.put("anchor", anchor.toString())
                        .put("company", fit(company))
                        .put("role", fit(role));
            case Add(var application) -> put(json, application);
            case Dismiss(var parts) -> put(json, "parts", parts);
            case FollowUp(var anchor, var at) ->
                json.put("anchor", anchor.toString()).put("at", at.toString());
        }
        return json.toString();
    }

    private static void put(ObjectNode json, String name, Set<ApplicationId> ids) {
        var array = json.putArray(name);
        ids.stream().map(ApplicationId::toString).sorted().forEach(array::add);
    }

    private static void put(ObjectNode json, NewApplication application) {
        json.put("company", fit(application.company()))
                .put("role", fit(application.role()))
                .put("stage", application.stage().id())
                .put("appliedOn", application.appliedOn().toString())
                .put("source", application.source().id())
                .put("note", fit(application.note()));
    }

    /** PostgreSQL stores no NUL. */
    private static String fit(String text) {
        var clean = text.replace("\0", "");
        return clean.substring(0, Math.min(LONGEST, clean.length()));
    }

    ApplicationDecision read(String kind, String document) {
        try {
            return read(kind, mapper.readTree(document));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new CountersignException.Storage("read a decision about an application", e);
        }
    }

    private static ApplicationDecision read(String kind, JsonNode json) {
        return switch (kind) {
            case "merge" ->
                new Merge(id(json.path("kept")), ids(json.path("parts")), text(json, "company"), text(json, "role"));
            case "split" -> new Split(ids(json.path("moved")), ids(json.path("rest")));
            case "stage" -> new AtStage(id(json.path("anchor")), stage(json), day(json, "since"));
            case "rename" -> new Rename(id(json.path("anchor")), text(json, "company"), text(json, "role"));
            case "add" -> new Add(application(json));
            case "dismiss" -> new Dismiss(ids(json.path("parts")));
            case "follow_up" -> new FollowUp(id(json.path("anchor")), Instant.parse(text(json, "at")));
            default -> throw new IllegalArgumentException("unknown kind " + kind);
        };
    }

    private static NewApplication application(JsonNode json) {
        return new NewApplication(
                text(json, "company"),
                text(json, "role"),
                stage(json),
                day(json, "appliedOn"),
                ApplicationSource.valueOf(text(json, "source").toUpperCase(Locale.ROOT)),
                text(json, "note"));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText();
    }

    private static LocalDate day(JsonNode json, String name) {
        return LocalDate.parse(text(json, name));
    }

    private static Stage stage(JsonNode json) {
        return Stage.of(text(json, "stage"))
                .orElseThrow(() -> new IllegalArgumentException("unknown stage in " + json));
    }

    private static ApplicationId id(JsonNode json) {
        return ApplicationId.parse(json.asText()).orElseThrow(() -> new IllegalArgumentException("no id: " + json));
    }

    private static Set<ApplicationId> ids(JsonNode array) {
        var ids = new LinkedHashSet<ApplicationId>();
        array.forEach(one -> ids.add(id(one)));
        return ids;
    }
}
