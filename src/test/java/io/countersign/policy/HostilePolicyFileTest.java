package io.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten megabytes of whatever somebody makes up are refused, or read, within a second of processor time. */
final class HostilePolicyFileTest {
    private static final int SIZE = PolicyJson.MAX_BYTES - 1000;

    private final PolicyJson json = new PolicyJson();

    private static String repeated(String start, IntFunction<String> part, String end) {
        var text = new StringBuilder(SIZE).append(start);
        for (int i = 0; text.length() < SIZE - 2000; i++) {
            text.append(i == 0 ? "" : ",").append(part.apply(i));
        }
        return text.append(end).toString();
    }

    private static String policy(String condition) {
        return "{\"name\":\"p\",\"action\":\"archive_email\",\"condition\":" + condition + "}";
    }

    private static String regex(String pattern) {
        return "{\"regex\":[\"subject\",\"" + pattern + "\"]}";
    }

    private static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("numbers", repeated("[", i -> "" + i, "]")),
                Arguments.of("letters", "x".repeat(SIZE)),
                Arguments.of("one string", "[\"" + "x".repeat(SIZE) + "\"]"),
                Arguments.of("one number", "[" + "9".repeat(SIZE) + "]"),
                Arguments.of("brackets", "[".repeat(SIZE)),
                Arguments.of("more than is read", " ".repeat(PolicyJson.MAX_BYTES + 1)),
                Arguments.of("unknown members", repeated("{", i -> "\"nmae" + i + "\":1", "}")),
                Arguments.of("equal members", repeated("{", _ -> "\"name\":1", "}")),
                Arguments.of("policies without anything", repeated("[", _ -> "{}", "]")),
                Arguments.of(
                        "misspelled fields",
                        repeated("[", i -> policy("{\"eq\":[\"sendrDomain" + i + "\",\"x\"]}"), "]")),
                Arguments.of(
                        "misspelled operators",
                        policy(repeated("{\"all\":[", i -> "{\"eqq" + i + "\":[\"subject\",\"x\"]}", "]}"))),
                Arguments.of(
                        "misspelled categories",
                        policy("{\"in\":[\"category\",["
                                + Stream.generate(() -> "\"promotionn\"")
                                        .limit(9_999)
                                        .reduce((a, b) -> a + "," + b)
                                        .orElseThrow()
                                + "]]}")),
                Arguments.of(
                        "too many comparisons",
                        policy(repeated("{\"all\":[", i -> "{\"eq\":[\"subject\",\"" + i + "\"]}", "]}"))),
                Arguments.of("a thousand levels", policy("{\"not\":".repeat(1000) + "{}" + "}".repeat(1000))),
                Arguments.of("too many levels", policy("{\"not\":".repeat(70) + "{\"all\":[]}" + "}".repeat(70))),
                Arguments.of("repetitions", policy(regex("((((a{1,100}){1,100}){1,100}){1,100})"))),
                Arguments.of("groups", policy(regex("(".repeat(450) + "a" + ")*".repeat(450)))),
                Arguments.of("look-ahead", policy(regex("(?=a)b"))),
                Arguments.of("back-reference", policy(regex("(a)\\\\1"))),
                Arguments.of(
                        "many patterns",
                        repeated("[", i -> policy(regex("(" + "[a-z]{1,9}|".repeat(15) + i + ")")), "]")),
                Arguments.of(
                        "many letters of every script",
                        repeated("[", i -> policy(regex("(?i)" + "[\\\\pL\\\\pN]".repeat(60) + i)), "]")),
                Arguments.of(
                        "policies in thousands",
                        repeated("[", i -> policy("{\"eq\":[\"subject\",\"" + i + "\"]}"), "]")),
                Arguments.of(
                        "small patterns that grow",
                        "["
                                + Stream.generate(() -> policy(regex("([a-z]b){1,900}")))
                                        .limit(9_000)
                                        .collect(Collectors.joining(","))
                                + "]"),
                Arguments.of(
                        "a long number as text",
                        policy("{\"gt\":[\"receipt.amount\",\"" + "9".repeat(900_000) + "\"]}")),
                Arguments.of("a huge exponent", policy("{\"gt\":[\"receipt.amount\",\"1e999999999\"]}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void itIsRefusedAtOnce(String name, String file) {
        var content = file.getBytes(StandardCharsets.UTF_8);
        long before = cpu();

        var parsed = json.parse(content);

        assertThat(cpu() - before).as(name).isLessThan(1_000_000_000L);
        assertThat(parsed).isInstanceOfSatisfying(PolicyParse.Refused.class, refused -> {
            assertThat(refused.problems()).isNotEmpty().hasSizeLessThan(200);
            assertThat(refused.problems())
                    .allSatisfy(
                            problem -> assertThat(problem.toString().length()).isBetween(5, 2000));
        });
    }

    private static Stream<Arguments> read() {
        return Stream.of(
                Arguments.of(
                        "policies",
                        "["
                                + Stream.generate(() ->
                                                policy("{\"contains\":[\"subject\",\"" + "x".repeat(900) + "\"]}"))
                                        .limit(9_000)
                                        .collect(Collectors.joining(","))
                                + "]"),
                Arguments.of("catastrophic elsewhere", policy(regex("(a+)+(b|a?)*c{2,9}"))),
                Arguments.of("long", policy("{\"eq\":[\"subject\",\"" + "x".repeat(9_999) + "\"]}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("read")
    void itIsReadAtOnce(String name, String file) {
        var content = file.getBytes(StandardCharsets.UTF_8);
        long before = cpu();

        var parsed = json.parse(content);

        assertThat(cpu() - before).as(name).isLessThan(1_000_000_000L);
        assertThat(parsed).isInstanceOf(PolicyParse.Parsed.class);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
