package io.haetae.house;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which room may use which. A room names only rooms above it, so that no circle can be written. */
final class RoomPlan {

    private final Map<String, Set<String>> rooms = new LinkedHashMap<>();

    /** The plan of the house. */
    static RoomPlan ofTheHouse() {
        RoomPlan plan = new RoomPlan();
        plan.room("kernel");
        plan.room("audit", "kernel");
        plan.room("identity", "kernel", "audit");
        plan.room("deadline", "kernel", "audit");
        plan.room("notify", "kernel", "audit", "identity");
        plan.room("duty", "kernel", "audit", "identity", "deadline", "notify");
        plan.room("rule", "kernel", "audit", "identity");
        plan.room("register", "kernel", "audit", "identity", "rule");
        plan.room("grading", "kernel", "audit", "identity", "deadline", "notify", "rule", "register");
        plan.room("procedure", "kernel", "audit", "identity", "deadline", "notify", "register");
        plan.room("remedy", "kernel", "audit", "identity", "deadline", "notify", "register");
        plan.room("change", "kernel", "audit", "identity", "deadline", "notify", "register", "procedure");
        plan.room(
                "incident",
                "kernel audit identity deadline notify duty rule register procedure remedy change".split(" "));
        plan.room("intake", "kernel audit identity deadline rule register change incident".split(" "));
        plan.room("continuity", "kernel audit identity deadline notify rule register procedure incident".split(" "));
        plan.room("support", "kernel audit identity deadline notify register procedure incident".split(" "));
        plan.room(
                "inspection", "kernel audit identity deadline notify rule register procedure remedy change".split(" "));
        plan.room(
                "crisis",
                "kernel audit identity deadline notify duty rule register procedure change incident continuity support"
                        .split(" "));
        plan.room("guidance", "kernel audit identity notify register change incident continuity crisis".split(" "));
        plan.roomThatMayUseAll("drill");
        plan.roomThatMayUseAll("lifeboat");
        plan.rooms.get("lifeboat").remove("drill");
        plan.roomThatMayUseAll("web");
        return plan;
    }

    void room(String name, String... mayUse) {
        rooms.put(name, new TreeSet<>(Arrays.asList(mayUse)));
    }

    private void roomThatMayUseAll(String name) {
        rooms.put(name, new TreeSet<>(rooms.keySet()));
    }

    boolean mayUse(String from, String to) {
        return rooms.getOrDefault(from, Set.of()).contains(to);
    }

    Map<String, Set<String>> rooms() {
        return rooms;
    }
}
