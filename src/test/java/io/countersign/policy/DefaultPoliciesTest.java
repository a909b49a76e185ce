package io.countersign.policy;

import static io.countersign.mail.Category.APPLICATION_CONFIRMATION;
import static io.countersign.mail.Category.ASSESSMENT;
import static io.countersign.mail.Category.INTERVIEW;
import static io.countersign.mail.Category.JOB_ALERT;
import static io.countersign.mail.Category.NEWSLETTER;
import static io.countersign.mail.Category.NOTIFICATION;
import static io.countersign.mail.Category.OFFER;
import static io.countersign.mail.Category.PERSONAL;
import static io.countersign.mail.Category.PROMOTION;
import static io.countersign.mail.Category.RECEIPT;
import static io.countersign.mail.Category.RECRUITER_OUTREACH;
import static io.countersign.mail.Category.REJECTION;
import static io.countersign.mail.Category.SECURITY;
import static io.countersign.mail.Category.SOCIAL;
import static io.countersign.mail.Category.SUSPICIOUS;
import static io.countersign.policy.SampleMail.NOW;
import static io.countersign.policy.SampleMail.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Message;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DefaultPoliciesTest {
    private static final List<Policy> POLICIES = DefaultPolicies.load(new PolicyJson());

    private static String proposed(Message message) {
        return switch (new PolicyEngine(POLICIES).evaluate(message, NOW)) {
            case Verdict.Match match -> match.policy().name();
            case Verdict.NoMatch _ -> "";
        };
    }

    static Stream<Arguments> typicalMailAndNearMisses() {
        var later = Optional.of(NOW.plus(3, ChronoUnit.DAYS));
        var past = Optional.of(NOW.minus(3, ChronoUnit.DAYS));
        return Stream.of(
                Arguments.of(
                        "Risky attachments",
                        mail(SUSPICIOUS).risk(85).attachment(),
                        mail(PERSONAL).risk(69).attachment()),
                Arguments.of(
                        "Suspicious mail",
                        mail(SUSPICIOUS).risk(85),
                        mail(PERSONAL).risk(69)),
                Arguments.of(
                        "Interviews with a date",
                        mail(INTERVIEW).stage("interview", later),
                        mail(INTERVIEW).stage("interview", past)),
                Arguments.of(
                        "Interviews with a date",
                        mail(INTERVIEW).eventIn(2),
                        mail(INTERVIEW).eventIn(-2)),
                Arguments.of(
                        "Interviews to arrange",
                        mail(INTERVIEW).ageDays(2),
                        mail(INTERVIEW).ageDays(15)),
                Arguments.of(
                        "Assessments",
                        mail(ASSESSMENT).ageDays(21),
                        mail(ASSESSMENT).ageDays(22)),
                Arguments.of("Offers", mail(OFFER).ageDays(2), mail(OFFER).ageDays(31)),
                Arguments.of("Rejections", mail(REJECTION), mail(REJECTION).assigned("Applications/Closed")),
                Arguments.of("Application confirmations", mail(APPLICATION_CONFIRMATION), mail(RECRUITER_OUTREACH)),
                Arguments.of(
                        "Receipts", mail(RECEIPT).ageDays(400), mail(RECEIPT).labels("Receipts")),
                Arguments.of(
                        "Expired promotions",
                        mail(PROMOTION).expiresIn(-1),
                        mail(PROMOTION).expiresIn(1)),
                Arguments.of(
                        "Expired promotions",
                        mail(PROMOTION).expiresIn(-1).ageDays(90),
                        mail(PROMOTION).expiresIn(-1).starred()),
                Arguments.of(
                        "Old promotions",
                        mail(PROMOTION).ageDays(31),
                        mail(PROMOTION).ageDays(30)),
                Arguments.of(
                        "Old promotions",
                        mail(PROMOTION).ageDays(31),
                        mail(PROMOTION).ageDays(90).expiresIn(5)),
                Arguments.of(
                        "Old job alerts",
                        mail(JOB_ALERT).ageDays(15),
                        mail(JOB_ALERT).ageDays(14)),
                Arguments.of(
                        "Newsletters never read",
                        mail(NEWSLETTER).ageDays(60).unsubscribable(),
                        mail(NEWSLETTER).ageDays(60).unsubscribable().read()),
                Arguments.of(
                        "Newsletters never read",
                        mail(NEWSLETTER).ageDays(60).unsubscribable(),
                        mail(NEWSLETTER).ageDays(59).unsubscribable()),
                Arguments.of(
                        "Newsletters never read",
                        mail(NEWSLETTER).ageDays(60).unsubscribable(),
                        mail(NEWSLETTER).ageDays(60)),
                Arguments.of(
                        "Old social notifications",
                        mail(SOCIAL).ageDays(31),
                        mail(NOTIFICATION).ageDays(31)));
    }

    @ParameterizedTest
    @MethodSource("typicalMailAndNearMisses")
    void eachPolicyProposesForItsMailAndForNoNearMiss(String policy, SampleMail typical, SampleMail nearMiss) {
        assertThat(proposed(typical.get())).isEqualTo(policy);
        assertThat(proposed(nearMiss.get())).isEmpty();
    }

    @Test
    void everyPolicyHasATypicalMail() {
        var tested = new HashSet<String>();
        typicalMailAndNearMisses()
                .forEach(arguments -> tested.add((String) arguments.get()[0]));

        assertThat(POLICIES).extracting(Policy::name).containsExactlyInAnyOrderElementsOf(tested);
    }

    @Test
    void personalAndSecurityMailIsLeftAloneForEver() {
        for (var category : List.of(PERSONAL, SECURITY, RECRUITER_OUTREACH)) {
            assertThat(proposed(mail(category).ageDays(1_000).unsubscribable().get()))
                    .isEmpty();
        }
    }

    @Test
    void theSetIsCleanAndEveryPolicySaysWhy() {
        assertThat(new PolicyLint().lint(POLICIES)).isEmpty();
        assertThat(POLICIES).allMatch(policy -> policy.reason().endsWith("."));
        assertThat(POLICIES).noneMatch(Policy::includeProtected);
        assertThat(POLICIES).isSortedAccordingTo((a, b) -> Integer.compare(a.priority(), b.priority()));
    }
}
