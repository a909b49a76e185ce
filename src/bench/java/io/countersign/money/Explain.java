package io.countersign.money;

import io.countersign.classify.ClassifyEnricher;
import io.countersign.classify.SenderHistory;
import io.countersign.mail.Examination;
import io.countersign.mail.Understanding;
import java.util.List;
import java.util.Set;

public final class Explain {
    public static void main(String[] names) {
        var words = MoneyWords.fromResources();
        var classifier = new ClassifyEnricher(SenderHistory.none());
        for (var file : List.of("europe.txt", "americas-asia.txt", "kinds.txt", "more.txt")) {
            if (Explain.class.getResource("/money/" + file) == null) continue;
            for (var fixture : Fixture.all(file)) {
                if (!Set.of(names).contains(fixture.name()) && names.length > 0 && !(names[0].equals("bad") && !fixture.differences().isEmpty())) continue;
                var mail = new io.countersign.mail.MailParser().parse(fixture.raw());
                var envelope = new io.countersign.mail.Envelope("", "", mail.from(), List.of(), mail.listId(), mail.subject(), mail.date().orElseThrow(), "", false, false, 0);
                var before = classifier.enrich(Examination.of(mail, envelope), Understanding.unknown());
                var sheets = MailSheets.of(mail).sheets();
                var all = new StringBuilder();
                sheets.forEach(s -> s.rows().forEach(r -> all.append(r.text()).append('\n')));
                System.out.println("=== " + fixture + " " + fixture.differences());
                System.out.println(before.category() + " risk " + before.riskScore() + " " + before.riskReasons() + " prior " + ChargeJudge.prior(mail, before, ReceiptReading.role(words, mail)) + " " + words.signs().read(mail.subject(), all.toString()) + " gate text " + words.signs().read(mail.subject(), mail.text()).points());
                var reader = new AmountReader(words.amounts(), words.labels());
                for (var sheet : sheets) {
                    var raws = reader.scan(sheet);
                    var context = MoneyContext.of(words.amounts().signs(), raws.stream().flatMap(List::stream).filter(RawAmount::hasSign).toList(), all.toString(), mail.from().domain(), Set.of());
                    var amounts = reader.read(sheet, raws, context);
                    var ids = words.ids().find(sheet);
                    System.out.println(sheet.source() + " structure " + ChargeJudge.structure(amounts, ids, List.of()) + " context " + context.decimalMark() + context.explicit() + context.hints());
                    amounts.forEach(a -> System.out.println("   " + a.money() + " [" + a.label() + "] " + a.mark()));
                    ids.forEach(i -> System.out.println("   " + i));
                }
            }
        }
    }
}
