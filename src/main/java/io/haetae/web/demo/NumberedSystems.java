package io.haetae.web.demo;

import io.haetae.kernel.LocalizedText;
import io.haetae.register.DependencyCommand;
import io.haetae.register.PublicService;
import io.haetae.register.PublicService.Substitute;
import io.haetae.register.PublicService.SubstituteKind;
import io.haetae.register.SystemCommand;
import io.haetae.register.SystemParts.Recovery;
import io.haetae.register.SystemTraits.Audience;
import io.haetae.register.SystemTraits.Cloud;
import io.haetae.register.SystemTraits.DataClass;
import io.haetae.register.SystemTraits.DependencyType;
import io.haetae.register.SystemTraits.Zone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The systems that no public source names, numbered. Only their counts are real: with the named ones 40, 68, 261 and
 * 340 by grade, 38, 86, 294 and 229 before the list was corrected, 64 of the Ministry of Culture, 96 in the room that
 * burned. Everything else follows from the number, so that every start makes the same.
 */
final class NumberedSystems {

    static final int COUNT = 674;

    private static final String BURNED_ROOM = "5F-7-1";
    private static final List<String> OTHER_ROOMS =
            List.of("2F-1", "2F-2", "3F-3", "3F-4", "4F-5", "4F-6", "5F-7", "5F-8");
    private static final List<String> OWNERS = List.of(
            "MOIS", "MOHW", "MOLIT", "MOEF", "MOE", "MOEL", "ME", "MAFRA", "MSS", "MOTIE", "MOJ", "MPM", "MOF", "KMA",
            "KFS", "KCS", "PPS", "KOSTAT", "MFDS", "RDA", "MMA", "KIPO", "NFA", "KCG", "MPVA", "MOGEF", "KDCA", "FTC",
            "ACRC", "MOFA", "MOU", "KHS", "PIPC", "KNPA", "MOLEG", "KCC", "FSC", "NIRS", "MSIT", "MND");

    private NumberedSystems() {}

    static List<DemoSystem> all() {
        List<DemoSystem> systems = new ArrayList<>();
        int ofCulture = 0;
        for (int n = 1; n <= COUNT; n++) {
            boolean culture = n % 11 == 5 || n == COUNT;
            Audience audience = culture ? audienceOfCulture(ofCulture++) : audience(n);
            systems.add(new DemoSystem(
                    system(n, culture ? "MCST" : owner(n), audience), gradeBefore(n), grade(n), on(n, audience)));
        }
        return systems;
    }

    static int grade(int n) {
        if (n <= 20) {
            return 1;
        }
        return n <= 79 ? 2 : n <= 334 ? 3 : 4;
    }

    /** Two rose to 1, sixteen fell from 2 to 3, forty-nine from 3 to 4, and sixty-two were not in the list yet. */
    static int gradeBefore(int n) {
        if (n <= 2 || (n >= 80 && n <= 95)) {
            return 2;
        }
        if (n >= 335 && n <= 383) {
            return 3;
        }
        return n > COUNT - 62 ? 0 : grade(n);
    }

    /** The Ministry of Science and ICT has just the six grade-1 systems that are named. */
    private static String owner(int n) {
        String owner = OWNERS.get(n % OWNERS.size());
        return grade(n) == 1 && owner.equals("MSIT") ? "MOIS" : owner;
    }

    /** 47 for the public, six for special purposes and eleven internal, two of the public ones being named. */
    private static Audience audienceOfCulture(int index) {
        return index < 45 ? Audience.CITIZEN : index < 51 ? Audience.SHARED : Audience.INTERNAL;
    }

    private static Audience audience(int n) {
        int of20 = n % 20;
        return of20 < 9 ? Audience.CITIZEN : of20 < 18 ? Audience.INTERNAL : Audience.SHARED;
    }

    private static String room(int n) {
        return n % 8 == 3 || n == COUNT ? BURNED_ROOM : OTHER_ROOMS.get(n % OTHER_ROOMS.size());
    }

    private static SystemCommand system(int n, String owner, Audience audience) {
        int grade = grade(n);
        boolean citizens = audience == Audience.CITIZEN;
        return new SystemCommand(
                code(n),
                new LocalizedText("시연 정보시스템 %04d".formatted(n), "Demonstration system %04d".formatted(n)),
                owner,
                "NIRS",
                owner.equals("NIRS") ? "MOIS" : owner,
                "NIRS-DAEJEON",
                room(n),
                audience,
                citizens ? Zone.INTERNET : Zone.INTERNAL,
                n % 3 == 0 ? DataClass.OPEN : DataClass.SENSITIVE,
                grade == 1 || (grade == 2 && n % 2 == 0),
                false,
                n % 4 == 0 ? Cloud.FULL : Cloud.NONE,
                LocalDate.of(2008 + n % 15, 1 + n % 12, 1),
                null,
                List.of(),
                citizens ? publicText() : null,
                citizens ? List.of(service(n)) : List.of(),
                List.of(),
                List.of(),
                recovery(grade));
    }

    private static LocalizedText publicText() {
        return new LocalizedText(
                "이 서비스를 지금 이용할 수 없습니다. 정부민원안내콜센터(110)로 문의하시기 바랍니다.",
                "This service is unavailable. Please call the government call centre, 110.");
    }

    /** Substitutes were known for about half of the systems. */
    private static PublicService service(int n) {
        Substitute phone = new Substitute(
                new LocalizedText("정부민원안내콜센터", "Government call centre"),
                SubstituteKind.PHONE,
                "110",
                "24시간",
                null,
                List.of());
        return new PublicService(
                "MAIN",
                new LocalizedText("시연 서비스", "Demonstration service"),
                false,
                List.of(),
                n % 2 == 0 ? List.of(phone) : List.of());
    }

    private static @Nullable Recovery recovery(int grade) {
        return switch (grade) {
            case 1 -> new Recovery(120, 60);
            case 2 -> new Recovery(180, 1440);
            default -> null;
        };
    }

    private static List<DependencyCommand> on(int n, Audience audience) {
        if (audience == Audience.INTERNAL) {
            return List.of(new DependencyCommand("GPKI", DependencyType.AUTHENTICATION));
        }
        if (n % 9 == 0) {
            return List.of(new DependencyCommand("JUMIN", DependencyType.DATA));
        }
        return n % 5 == 0 ? List.of(new DependencyCommand("MOBILEID", DependencyType.AUTHENTICATION)) : List.of();
    }

    private static String code(int n) {
        return "DEMO-%04d".formatted(n);
    }
}
