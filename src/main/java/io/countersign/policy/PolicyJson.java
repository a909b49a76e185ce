package io.countersign.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Policies as JSON: an object {@code {"name","enabled","priority","condition","action","params","confidenceThreshold"}}, with
 * {@code reason}, {@code includeProtected}, {@code id} and {@code version} if wanted, or a list of such objects. Left out,
 * {@code enabled} is true, {@code priority} {@value #DEFAULT_PRIORITY}, {@code confidenceThreshold} 0.7. Parsing what was
 * printed gives an equal policy. Thread-safe.
 */
public final class PolicyJson {
    /** The largest file that is read, in bytes. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private static final int DEFAULT_PRIORITY = 500;
    private static final double DEFAULT_THRESHOLD = 0.7;
    private static final int MAX_POLICIES = 10_000;
    private static final int MAX_NAME = 200;
    private static final int MAX_REASON = 500;
    // A condition takes two levels of JSON, and the file, the policy and a list of choices one each.
    private static final int MAX_NESTING = 2 * ConditionParser.MAX_DEPTH + 16;
    private static final JsonNode ANY_MAIL =
            JsonNodeFactory.instance.objectNode().set("all", JsonNodeFactory.instance.arrayNode());
    private static final List<String> MEMBERS = List.of(
            "name",
            "reason",
            "enabled",
            "priority",
            "condition",
            "action",
            "params",
            "confidenceThreshold",
            "includeProtected",
            "id",
            "version");

    private final JsonMapper json = mapper();
    private final ActionCodec actions = new ActionCodec();
    private final PolicyPrinter printer = new PolicyPrinter(json, actions);

    /** Reads a file of at most {@value #MAX_BYTES} bytes; one that cannot be read is refused too. */
    public PolicyParse parse(Path file) {
        try (var in = Files.newInputStream(file)) {
            return parse(in.readNBytes(MAX_BYTES + 1));
        } catch (IOException e) {
            return refused("The file cannot be read: " + e.getMessage() + ".");
        }
    }

    /** Reads policies from UTF-8 JSON. */
    public PolicyParse parse(byte[] content) {
        if (content.length > MAX_BYTES) {
            return refused("The file is larger than 10 MB.");
        }
        try {
            return policies(json.readTree(content));
        } catch (IOException e) {
            return refused(syntax(e));
        }
    }

    /** Reads policies from JSON. */
    public PolicyParse parse(String content) {
        return parse(content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads one condition.
     *
     * @throws CountersignException.Invalid with the path to the clause that is wrong
     */
    public Condition condition(String content) {
        var problems = new Problems();
        return read(content, problems).orElseThrow(() -> invalid(problems));
    }

    /** Reads a stored condition; one that cannot be read any more becomes {@link Condition.Unreadable}. */
    public Condition storedCondition(String content) {
        var problems = new Problems();
        return read(content, problems)
                .orElseGet(() -> new Condition.Unreadable(
                        content, problems.all().getFirst().toString()));
    }

    /**
     * Reads a policy that this program stored; a condition that cannot be read any more becomes {@link Condition.Unreadable}.
     *
     * @throws CountersignException.Invalid when more than the condition cannot be read
     */
    public Policy stored(String document) {
        try {
            var node = json.readTree(document);
            var condition = node.isObject() ? node.path("condition").toString() : "";
            if (node instanceof ObjectNode object) {
                object.replace("condition", ANY_MAIL);
            }
            var problems = new Problems();
            var policy = policy(node, "", problems, new PatternBudget());
            return policy.orElseThrow(() -> invalid(problems)).withCondition(storedCondition(condition));
        } catch (IOException e) {
            throw new CountersignException.Invalid("", syntax(e));
        }
    }

    private static CountersignException.Invalid invalid(Problems problems) {
        var first = problems.all().getFirst();
        return new CountersignException.Invalid(first.path(), first.message());
    }

    /** One policy as an indented JSON object. */
    public String print(Policy policy) {
        return printer.policy(policy).toPrettyString();
    }

    /** Policies as an indented JSON list. */
    public String print(List<Policy> policies) {
        return JsonNodeFactory.instance
                .arrayNode()
                .addAll(policies.stream().map(printer::policy).toList())
                .toPrettyString();
    }

    /** One policy as JSON in one line. */
    public String printLine(Policy policy) {
        return printer.policy(policy).toString();
    }

    /** A condition as JSON in one line. */
    public String print(Condition condition) {
        return printer.condition(condition).toString();
    }

    private Optional<Condition> read(String content, Problems problems) {
        try {
            var condition = new ConditionParser(problems).parse(json.readTree(content), "condition");
            return problems.isEmpty() ? condition : Optional.empty();
        } catch (IOException e) {
            return problems.refuse("condition", syntax(e));
        }
    }

    private PolicyParse policies(JsonNode root) {
        var problems = new Problems();
        var policies = new ArrayList<Policy>();
        var patterns = new PatternBudget();
        if (root.isArray() && root.size() > MAX_POLICIES) {
            problems.add("", "The file has " + root.size() + " entries; at most " + MAX_POLICIES + " fit.");
        } else if (root.isArray()) {
            for (int i = 0; i < root.size() && !problems.isFull(); i++) {
                policy(root.get(i), "policies[" + i + "]", problems, patterns).ifPresent(policies::add);
            }
        } else if (root.isObject()) {
            policy(root, "", problems, patterns).ifPresent(policies::add);
        } else {
            problems.add("", "A policy file holds a policy or a list of policies; found " + Problems.found(root) + ".");
        }
        return problems.isEmpty() ? new PolicyParse.Parsed(policies) : new PolicyParse.Refused(problems.all());
    }

    private Optional<Policy> policy(JsonNode node, String path, Problems problems, PatternBudget patterns) {
        var reader = new ObjectReader(node, path, problems);
        if (!reader.isObject()) {
            return Optional.empty();
        }
        reader.knowsOnly(MEMBERS, "a policy has");
        var prefix = path.isEmpty() ? "" : path + ".";
        var condition = reader.required("condition")
                .flatMap(tree -> new ConditionParser(problems, patterns).parse(tree, prefix + "condition"));
        var action = action(reader, node, prefix, problems);
        return policy(reader, condition, action);
    }

    private Optional<Action> action(ObjectReader reader, JsonNode node, String prefix, Problems problems) {
        var params = node.hasNonNull("params") ? node.get("params") : JsonNodeFactory.instance.objectNode();
        return reader.requiredText("action", MAX_NAME).flatMap(id -> actions.decode(id, params, prefix, problems));
    }

    private static Optional<Policy> policy(
            ObjectReader reader, Optional<Condition> condition, Optional<Action> action) {
        // Every member is read before the first is asked whether it is good: all problems are to be reported.
        var id = reader.whole("id", 0, 0, Long.MAX_VALUE);
        var version = reader.whole("version", 0, 0, Integer.MAX_VALUE);
        var name = reader.requiredText("name", MAX_NAME);
        var reason = reader.text("reason", "", MAX_REASON);
        var enabled = reader.flag("enabled", true);
        var priority = reader.whole("priority", DEFAULT_PRIORITY, Policy.MIN_PRIORITY, Policy.MAX_PRIORITY);
        var threshold = reader.fraction("confidenceThreshold", DEFAULT_THRESHOLD);
        var includeProtected = reader.flag("includeProtected", false);
        var parts =
                List.of(id, version, name, reason, enabled, priority, threshold, includeProtected, condition, action);
        if (parts.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new Policy(
                id.get(),
                version.get().intValue(),
                name.get(),
                reason.get(),
                enabled.get(),
                priority.get().intValue(),
                condition.get(),
                action.get(),
                threshold.get(),
                includeProtected.get()));
    }

    private static PolicyParse refused(String message) {
        return new PolicyParse.Refused(List.of(new PolicyProblem("", message)));
    }

    private static String syntax(IOException e) {
        return switch (e) {
            case StreamConstraintsException limit
            when limit.getOriginalMessage().contains("nesting") -> // it has no type of its own
                "It is nested too deeply, in more than " + MAX_NESTING + " levels.";
            case StreamConstraintsException limit -> "A limit was passed: " + limit.getOriginalMessage() + ".";
            case JsonProcessingException bad
            when bad.getLocation() != null ->
                "Not JSON: line %d, column %d: %s."
                        .formatted(
                                bad.getLocation().getLineNr(),
                                bad.getLocation().getColumnNr(),
                                bad.getOriginalMessage());
            default -> "Not JSON: " + e.getMessage() + ".";
        };
    }

    private static JsonMapper mapper() {
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_NESTING)
                .maxDocumentLength(MAX_BYTES)
                .maxStringLength(1_000_000)
                .build();
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(limits)
                        // Ten megabytes of different names would fill the tables that names are looked up in.
                        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
