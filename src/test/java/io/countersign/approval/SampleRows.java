package io.countersign.approval;

import io.countersign.mail.Address;
import io.countersign.policy.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Invented proposals: some that read like a real tray, and as many as wanted. */
public final class SampleRows {
    /** The moment that ages are counted from. */
    public static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private static final Action ARCHIVE = new Action.Archive();

    private SampleRows() {}

    /** A row of the policy with that number. */
    public static PendingRow row(long id, String sender, String subject, long policyId, double confidence) {
        return row(id, sender, subject, policyId, "Policy " + policyId, ARCHIVE, confidence, Duration.ofDays(id));
    }

    public static PendingRow row(
            long id,
            String sender,
            String subject,
            long policyId,
            String policy,
            Action action,
            double confidence,
            Duration age) {
        var domain = sender.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-");
        var from = new Address(sender, "news@" + domain + ".example");
        return new PendingRow(id, 1000 + id, from, subject, NOW.minus(age), policyId, policy, action, confidence);
    }

    /** That many rows of four policies, a few hundred senders. */
    public static List<PendingRow> many(int count) {
        var rows = new ArrayList<PendingRow>(count);
        for (int i = 1; i <= count; i++) {
            int policy = i % 4 + 1;
            rows.add(row(
                    i,
                    "Sender " + (char) ('A' + i % 26) + (char) ('a' + i % 17),
                    "Offer number " + i,
                    policy,
                    "Policy " + policy,
                    ARCHIVE,
                    0.99 - i % 50 / 100.0,
                    Duration.ofMinutes(i)));
        }
        return rows;
    }

    /** Forty rows as a job seeker might see them. */
    public static List<PendingRow> tray() {
        var rows = new ArrayList<PendingRow>();
        var promotions = new Maker(rows, 1, "Promotions past their end", ARCHIVE);
        promotions.add("Nordmann Outdoor", "48 hours only: 30% off rain jackets", 0.96, 12);
        promotions.add("Kaffeewerk", "Your weekend coupon is waiting", 0.94, 15);
        promotions.add("Trailhead Courses", "Last call: Black Friday bundle", 0.91, 21);
        promotions.add("Möbelhaus Nord", "Nur noch heute: 20 % auf alle Regale", 0.9, 22);
        promotions.add("Fresh Basket", "Free delivery ends tonight", 0.89, 26);
        promotions.add("Vela Eyewear", "Two for one, this week only", 0.88, 31);
        for (int i = 0; i < 8; i++) {
            promotions.add("Nordmann Outdoor", "Autumn sale, day " + (i + 1), 0.87 - i * 0.01, 40 + i);
        }
        var newsletters = new Maker(rows, 2, "Newsletters unread for 60 days", new Action.Unsubscribe());
        newsletters.add("Product Digest Weekly", "Issue 212: ten dashboards we liked", 0.84, 3);
        newsletters.add("Startup Ledger", "Who raised what this week", 0.71, 5);
        newsletters.add("Data Engineering Notes", "Slowly changing dimensions, quickly explained", 0.82, 6);
        newsletters.add("The Morning Commit", "What broke overnight", 0.66, 7);
        newsletters.add("Rail News", "New night trains from Vienna", 0.78, 9);
        newsletters.add("Remote Weekly", "42 new remote roles and an essay on time zones", 0.58, 11);
        newsletters.add("Type & Grid", "A love letter to tabular figures", 0.69, 16);
        var interviews = new Maker(rows, 3, "Interview invitations", new Action.CreateCalendarEvent());
        interviews.add("Hanna Berg · Lumen Grid", "Interview: Senior Data Engineer, Thu 14:00 CET", 0.98, 0);
        interviews.add("Orchard Health", "Choose a time for your screening call", 0.93, 1);
        var receipts = new Maker(rows, 4, "Receipts", new Action.Label("receipt"));
        receipts.add("CloudHost", "Invoice 2026-1107, USD 24.00", 0.95, 1);
        receipts.add("Rail Europe", "Your booking QX7RTP: EUR 89.90", 0.93, 1);
        receipts.add("Uber", "Your Thursday evening trip", 0.92, 4);
        receipts.add("Stadtwerke", "Ihre Abschlagsrechnung November", 0.9, 9);
        receipts.add("Fresh Basket", "Order 88213 is on its way", 0.86, 3);
        receipts.add("Fresh Basket", "Order 88207 is on its way", 0.86, 5);
        receipts.add("Trailhead Courses", "Receipt for SQL for analysts", 0.85, 8);
        receipts.add("Kaffeewerk", "Refund for order 5521", 0.83, 6);
        receipts.add("Kestrel Maps", "Payment received, thank you", 0.81, 18);
        receipts.add("Paper & Pen", "Order 118 shipped", 0.76, 20);
        var alerts = new Maker(rows, 5, "Job alerts older than 14 days", ARCHIVE);
        alerts.add("JobBoard", "12 new jobs for “data engineer” in Hamburg", 0.9, 15);
        alerts.add("JobBoard", "9 new jobs for “data engineer” in Hamburg", 0.9, 16);
        alerts.add("JobBoard", "17 new jobs for “platform engineer”, remote", 0.88, 19);
        var risky = new Maker(rows, 6, "High risk → quarantine", new Action.QuarantineAttachment());
        risky.add("HR Department", "Re: your application – open the attached form", 0.95, 2);
        risky.add("PayPaI Service", "Your account has been limited", 0.95, 3);
        risky.add("شركة التوظيف العالمية", "عرض عمل عاجل: يرجى إرسال بياناتك المصرفية اليوم", 0.95, 4);
        risky.add(
                "Recruiting 🚀 Team",
                "🎉🎉 CONGRATULATIONS 🎉🎉 you have been selected for a remote position with a weekly salary of $4,950, no interview "
                        + "needed, kindly reply with your full name, address, phone number and the name of your bank so that we can send you your equipment",
                0.95,
                5);
        return rows;
    }

    private record Maker(List<PendingRow> rows, long policyId, String policy, Action action) {
        void add(String sender, String subject, double confidence, int days) {
            var age = days == 0 ? Duration.ofHours(2) : Duration.ofDays(days);
            rows.add(row(rows.size() + 1L, sender, subject, policyId, policy, action, confidence, age));
        }
    }
}
