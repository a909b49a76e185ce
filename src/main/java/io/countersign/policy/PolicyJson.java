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
 * {@code enabled} is true, {@code priority} 500, {@code confidenceThreshold} 0.7. Parsing what was printed gives an equal
 * policy. Thread-safe.
 */
public final class PolicyJson {
    /** The largest file that is read, in bytes. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private static final int MAX_POLICIES = 10_000;
    // A condition takes two levels of JSON, and the file, the policy and a list of choices one each.
    private static final int MAX_NESTING = 2 * ConditionParser.MAX_DEPTH + 16;
    private static final JsonNode ANY_MAIL =
            JsonNodeFactory.instance.objectNode().set("all", JsonNodeFactory.instance.arrayNode());

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
            var policy = new PolicyParser(problems, actions).parse(node, "");
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
        var parser = new PolicyParser(problems, actions);
        if (root.isArray() && root.size() > MAX_POLICIES) {
            problems.add("", "The file has " + root.size() + " entries; at most " + MAX_POLICIES + " fit.");
        } else if (root.isArray()) {
            for (int i = 0; i < root.size() && !problems.isFull(); i++) {
                parser.parse(root.get(i), "policies[" + i + "]").ifPresent(policies::add);
            }
        } else if (root.isObject()) {
            parser.parse(root, "").ifPresent(policies::add);
        } else {
            problems.add("", "A policy file holds a policy or a list of policies; found " + Problems.found(root) + ".");
        }
        return problems.isEmpty() ? new PolicyParse.Parsed(policies) : new PolicyParse.Refused(problems.all());
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
