package io.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.shared.CountersignException;
import io.countersign.shared.CpuTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyJsonTest {
    private final PolicyJson json = new PolicyJson();

    private List<PolicyProblem> problems(String content) {
        return switch (json.parse(content)) {
            case PolicyParse.Refused(var problems) -> problems;
            case PolicyParse.Parsed(var policies) -> throw new AssertionError("accepted: " + policies);
        };
    }

    private PolicyProblem problemOf(String condition) {
        var problems = problems("""
            {"name":"x","action":"archive_email","condition":%s}\
            """.formatted(condition));
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    @Test
    void readsTheDocumentedForm() {
        var policy = json.parse("""
            {"name":"Old promotions","enabled":true,"priority":40,
             "condition":{"all":[{"eq":["category","promotion"]},{"lt":["expiresAt","now"]}]},
             "action":"label_email","params":{"label":"Old"},"confidenceThreshold":0.8}\
            """).orThrow().getFirst();

        assertThat(policy.name()).isEqualTo("Old promotions");
        assertThat(policy.priority()).isEqualTo(40);
        assertThat(policy.action()).isEqualTo(new Action.Label("Old"));
        assertThat(policy.confidenceThreshold()).isEqualTo(0.8);
        assertThat(policy.includeProtected()).isFalse();
    }

    @Test
    void parsingWhatWasPrintedGivesTheSame() {
        var random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            var policies = new ArrayList<Policy>();
            for (int n = random.nextInt(3); n >= 0; n--) {
                policies.add(randomPolicy(random));
            }

            assertThat(json.parse(json.print(policies)).orThrow()).isEqualTo(policies);
            assertThat(json.parse(json.print(policies.getFirst())).orThrow()).containsExactly(policies.getFirst());
        }
    }

    private static Policy randomPolicy(Random random) {
        var actions = List.of(
                new Action.Archive(),
                new Action.Label("Über \"x\""),
                new Action.MoveToFolder("a/b"),
                new Action.MarkRead(),
                new Action.Unsubscribe(),
                new Action.CreateCalendarEvent(),
                new Action.CreateTask(Optional.of("Call"), Optional.of(3)),
                new Action.CreateTask(Optional.empty(), Optional.empty()),
                new Action.BlockSender(),
                new Action.QuarantineAttachment());
        return new Policy(
                random.nextInt(5),
                random.nextInt(3),
                "Name " + random.nextInt(),
                random.nextBoolean() ? "" : "Because.",
                random.nextBoolean(),
                1 + random.nextInt(1000),
                new RandomConditions(random).condition(4),
                actions.get(random.nextInt(actions.size())),
                random.nextInt(101) / 100.0,
                random.nextBoolean());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"eq":["senderDomian","x"]}             | condition.eq[0]              | Did you mean senderDomain?
        {"eq":["sender_domain","x"]}            | condition.eq[0]              | Did you mean senderDomain?
        {"eq":["category","promo"]}             | condition.eq[1]              | Did you mean promotion?
        {"eq":["category","Promotion"]}         | condition.eq[1]              | Did you mean promotion?
        {"eq":["ats.stage","onsite"]}           | condition.eq[1]              | final_round
        {"equals":["category","promotion"]}     | condition.equals             | There is no operator "equals"
        {"lt":["subject",5]}                    | condition.lt                 | subject is text
        {"lt":["ageDays","old"]}                | condition.lt[1]              | found the text "old"
        {"lt":["ageDays","5"]}                  | condition.lt[1]              | compared with a number
        {"eq":["subject",5]}                    | condition.eq[1]              | found the number 5
        {"eq":["unread","yes"]}                 | condition.eq[1]              | true or false
        {"eq":["listId",null]}                  | condition.eq[1]              | {"exists": ["listId", false]}
        {"eq":["subject",""]}                   | condition.eq[1]              | counts as absent
        {"lt":["expiresAt","tomorrow"]}         | condition.lt[1]              | "now" or a date
        {"lt":["expiresAt","2026-02-30"]}       | condition.lt[1]              | "now" or a date
        {"lt":["expiresAt",5]}                  | condition.lt[1]              | found the number 5
        {"lt":["ageDays",1e999]}                | condition.lt[1]              | compared with a number
        {"in":["category","promotion"]}         | condition.in[1]              | takes a list
        {"in":["category",["receipt","promo"]]} | condition.in[1][1]           | Did you mean promotion?
        {"regex":["subject","(?=x)"]}           | condition.regex[1]           | RE2
        {"regex":["subject","(a"]}              | condition.regex[1]           | RE2
        {"regex":["subject","(((a{90}){90}){90})"]} | condition.regex[1] | multiply
        {"regex":["subject","((a{100}){100})"]} | condition.regex[1]           | too complex
        {"exists":["listId","yes"]}             | condition.exists[1]          | true or false
        {"eq":["category"]}                     | condition.eq                 | a list of 1
        {"eq":"category"}                       | condition.eq                 | found the text "category"
        {"eq":[5,"x"]}                          | condition.eq[0]              | name of a field
        {"all":{"eq":["unread",true]}}          | condition.all                | list of conditions
        {"not":[{"eq":["unread",true]}]}        | condition.not                | found a list
        {"all":[{"any":[{"lt":["x",1]}]}]}      | condition.all[0].any[0].lt[0] | no field "x"
        {}                                      | condition                    | found an object
        {"all":[],"any":[]}                     | condition                    | To combine
        5                                       | condition                    | found the number 5
        """)
    void refusesAWrongClauseWithItsPlaceAndASuggestion(String condition, String path, String part) {
        var problem = problemOf(condition);

        assertThat(problem.path()).isEqualTo(path);
        assertThat(problem.message()).contains(part);
    }

    @Test
    void collectsEveryProblemOfAFile() {
        var problems = problems("""
            [{"name":"good","condition":{"all":[]},"action":"archive_email"},
             {"name":"","priority":0,"confidenceThreshold":1.5,"enabled":"yes","condition":{"eq":["nope",1]},
              "action":"archive_emial","colour":1},
             {"condition":{"all":[{"lt":["subject",1]},{"gt":["ageDays","x"]}]},"action":"label_email","params":{"lable":"x"}},
             7]\
            """);

        assertThat(problems)
                .extracting(PolicyProblem::path)
                .containsExactlyInAnyOrder(
                        "policies[1].name",
                        "policies[1].priority",
                        "policies[1].confidenceThreshold",
                        "policies[1].enabled",
                        "policies[1].condition.eq[0]",
                        "policies[1].action",
                        "policies[1].colour",
                        "policies[2].name",
                        "policies[2].condition.all[0].lt",
                        "policies[2].condition.all[1].gt[1]",
                        "policies[2].params.lable",
                        "policies[3]");
        assertThat(problems).anyMatch(problem -> problem.message().contains("Did you mean archive_email?"));
        assertThat(problems).anyMatch(problem -> problem.message().contains("Did you mean label?"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"action":"label_email"}                                      | params.label
        {"action":"label_email","params":{"label":" "}}               | params.label
        {"action":"label_email","params":{"label":5}}                 | params.label
        {"action":"move_to_folder","params":{}}                       | params.folder
        {"action":"archive_email","params":{"label":"x"}}             | params.label
        {"action":"create_task","params":{"dueInDays":-1}}            | params.dueInDays
        {"action":"create_task","params":{"dueInDays":1.5}}           | params.dueInDays
        {"action":"create_task","params":[]}                          | params
        {"action":"delete_email"}                                     | action
        {"params":{}}                                                 | action
        {"action":"archive_email","priority":1001}                    | priority
        {"action":"archive_email","priority":2.5}                     | priority
        {"action":"archive_email","confidenceThreshold":-0.1}         | confidenceThreshold
        {"action":"archive_email","confidenceThreshold":"high"}       | confidenceThreshold
        """)
    void refusesAWrongMemberOfAPolicy(String members, String path) {
        var problems = problems("{\"name\":\"x\",\"condition\":{\"all\":[]}," + members.substring(1));

        assertThat(problems).extracting(PolicyProblem::path).containsExactly(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"name":               | Not JSON: line 1
        {"name":"a","name":"b"} | Duplicate
        {} trailing            | Not JSON
        7                      | found the number 7
        ~~                     | found nothing
        """)
    void refusesWhatIsNoPolicyFile(String content, String part) {
        assertThat(problems(content).getFirst().toString()).contains(part);
    }

    @Test
    void refusesHostileFilesFast() {
        var took = CpuTime.of(() -> {
            problems("[".repeat(100_000));
            problems("{\"not\":".repeat(100_000));
            problems(" ".repeat(PolicyJson.MAX_BYTES + 1));
            assertThat(problemOf("{\"not\":".repeat(65) + "{\"all\":[]}" + "}".repeat(65))
                            .message())
                    .contains("deeper than 64");
            var leaves = String.join(",", Collections.nCopies(10_001, "{\"eq\":[\"unread\",true]}"));
            assertThat(problemOf("{\"any\":[" + leaves + "]}").message()).contains("more than 10000");
            assertThat(problemOf("{\"regex\":[\"subject\",\"" + "(".repeat(1001) + "\"]}")
                            .message())
                    .contains("at most 1000");
            assertThat(problems("[" + "7,".repeat(9_000) + "7]")).hasSize(101);
        });
        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void acceptsSixtyFourLevelsAndTenThousandLeaves() {
        json.condition("{\"not\":".repeat(63) + "{\"all\":[]}" + "}".repeat(63));
        json.condition(
                "{\"any\":[" + String.join(",", Collections.nCopies(10_000, "{\"eq\":[\"unread\",true]}")) + "]}");
    }

    @Test
    void aFileThatCannotBeReadIsRefused(@TempDir Path folder) throws Exception {
        assertThat(json.parse(folder.resolve("none.json"))).isInstanceOf(PolicyParse.Refused.class);
        var file = Files.writeString(folder.resolve("bom.json"), "\uFEFF[]");
        assertThat(json.parse(file).orThrow()).isEmpty();
    }

    @Test
    void theExceptionNamesTheFirstProblemAndCountsTheOthers() {
        assertThatThrownBy(() -> json.parse("[7,8,9]").orThrow())
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining("policies[0]")
                .hasMessageContaining("2 more problems");
    }

    @Test
    void equalActionsHaveEqualParams() {
        var codec = new ActionCodec();
        var task = new Action.CreateTask(Optional.of("Call"), Optional.of(2));

        assertThat(codec.paramsJson(task)).isEqualTo("{\"dueInDays\":2,\"title\":\"Call\"}");
        assertThat(codec.decode("create_task", "{\"title\":\"Call\",\"dueInDays\":2}"))
                .isEqualTo(task);
        assertThat(codec.paramsJson(new Action.Archive())).isEqualTo("{}");
        assertThatThrownBy(() -> codec.decode("label_email", "{}")).isInstanceOf(CountersignException.Invalid.class);
    }
}
