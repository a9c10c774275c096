package io.haetae.house;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The house rules, each as a question that answers with what breaks it. */
final class House {

    private static final int MOST_CONSTRUCTOR_PARAMETERS = 7;
    private static final Set<String> BANNED_ENDINGS =
            Set.of("Impl", "DTO", "Dto", "DAO", "Dao", "Util", "Utils", "Helper", "Manager");

    private final String root;
    private final JavaClasses all;

    House(String root, JavaClasses all) {
        this.root = root;
        this.all = all;
    }

    /** Room of a class: the first part of its package under the root; empty for the root itself. */
    String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(root) ? "" : name.substring(root.length() + 1).split("\\.", -1)[0];
    }

    private boolean isOurs(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(root) || name.startsWith(root + ".");
    }

    private Stream<JavaClass> classes() {
        return all.stream().filter(this::isOurs);
    }

    private Stream<Dependency> dependencies() {
        return classes()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isOurs(dependency.getTargetClass().getBaseComponentType()));
    }

    Set<String> rooms() {
        return classes().map(this::room).filter(room -> !room.isEmpty()).collect(toCollection(TreeSet::new));
    }

    Set<String> usesOfForbiddenRooms(RoomPlan plan) {
        return dependencies()
                .filter(dependency -> {
                    String from = room(dependency.getOriginClass());
                    String to = room(dependency.getTargetClass().getBaseComponentType());
                    return !from.isEmpty() && !from.equals(to) && !plan.mayUse(from, to);
                })
                .map(Dependency::getDescription)
                .collect(toCollection(TreeSet::new));
    }

    /** A room's sub-package belongs to the room; only {@code Main}, which stands outside the rooms, may reach into one. */
    Set<String> usesOfForeignSubPackages() {
        return dependencies()
                .filter(dependency -> {
                    JavaClass from = dependency.getOriginClass();
                    JavaClass to = dependency.getTargetClass().getBaseComponentType();
                    boolean isSubPackage = !to.getPackageName().equals(root)
                            && !to.getPackageName().equals(root + "." + room(to));
                    return isSubPackage && !room(from).isEmpty() && !room(from).equals(room(to));
                })
                .map(Dependency::getDescription)
                .collect(toCollection(TreeSet::new));
    }

    /** The sub-package either stands apart from its room's top or below it; both ways would be a knot. */
    Set<String> knotsInsideRooms() {
        Set<String> ways = dependencies()
                .filter(dependency -> room(dependency.getOriginClass())
                        .equals(room(dependency.getTargetClass().getBaseComponentType())))
                .map(dependency -> dependency.getOriginClass().getPackageName() + " -> "
                        + dependency.getTargetClass().getBaseComponentType().getPackageName())
                .collect(toCollection(TreeSet::new));
        return ways.stream()
                .filter(way -> {
                    String[] ends = way.split(" -> ", -1);
                    return !ends[0].equals(ends[1]) && ways.contains(ends[1] + " -> " + ends[0]);
                })
                .collect(toCollection(TreeSet::new));
    }

    Set<String> publicInnards() {
        return named(type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                && !room(type).equals("kernel")
                && (type.isAnnotatedWith(Entity.class)
                        || type.isAnnotatedWith(Path.class)
                        || type.isAnnotatedWith(ConfigMapping.class)
                        || type.isAnnotatedWith("jakarta.data.repository.Repository")
                        || type.isAnnotatedWith("org.mapstruct.Mapper")
                        || type.isAssignableTo(PanacheRepositoryBase.class)
                        || (type.isEnum() && type.isAssignableTo("io.haetae.kernel.ErrorCode"))
                        || type.getSimpleName().endsWith("Sweep")));
    }

    /** Quarkus answers 404 for a resource method that is not public, with only a warning. */
    Set<String> hiddenResourceMethods() {
        return methods()
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .filter(method -> !method.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaMethod::getFullName)
                .collect(toCollection(TreeSet::new));
    }

    Set<String> misnamedResources() {
        return named(type -> type.isAnnotatedWith(Path.class)
                && !type.getSimpleName().endsWith("Api")
                && !type.getSimpleName().endsWith("Pages"));
    }

    Set<String> misplacedTransactions() {
        Stream<String> classes = classes()
                .filter(type -> type.isAnnotatedWith(Transactional.class))
                .filter(type -> !mayHoldTransactions(type))
                .map(JavaClass::getName);
        Stream<String> methods = methods()
                .filter(method -> method.isAnnotatedWith(Transactional.class))
                .filter(method ->
                        !method.getModifiers().contains(JavaModifier.PUBLIC) || !mayHoldTransactions(method.getOwner()))
                .map(JavaMethod::getFullName);
        return Stream.concat(classes, methods).collect(toCollection(TreeSet::new));
    }

    private static boolean mayHoldTransactions(JavaClass type) {
        return type.isAnnotatedWith(ApplicationScoped.class) && !type.isAnnotatedWith(Path.class);
    }

    /** Time comes from the injected clock; only its producer may ask the system. */
    Set<String> readingsOfTheSystemClock() {
        return calls(
                target -> {
                    String owner = target.getOwner().getName();
                    List<JavaClass> parameters = target.getRawParameterTypes();
                    boolean isNow = owner.startsWith("java.time.")
                            && target.getName().equals("now")
                            && parameters.stream().noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
                    boolean isSystemClock =
                            owner.equals("java.time.Clock") && target.getName().startsWith("system");
                    boolean isMillis =
                            owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
                    boolean isDate =
                            owner.equals("java.util.Date") && target.getName().equals("<init>") && parameters.isEmpty();
                    return isNow || isSystemClock || isMillis || isDate;
                },
                "ClockProducer");
    }

    Set<String> scatteredSettings() {
        return members(member -> member.isAnnotatedWith(ConfigProperty.class));
    }

    Set<String> injectedFields() {
        return classes()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.isAnnotatedWith(Inject.class))
                .map(JavaMember::getFullName)
                .collect(toCollection(TreeSet::new));
    }

    Set<String> crowdedConstructors() {
        return classes()
                .filter(type -> !type.isRecord() && !type.isEnum() && !type.isAnnotatedWith(Entity.class))
                .flatMap(type -> type.getConstructors().stream())
                .filter(constructor -> constructor.getRawParameterTypes().size() > MOST_CONSTRUCTOR_PARAMETERS)
                .map(JavaConstructor::getFullName)
                .collect(toCollection(TreeSet::new));
    }

    Set<String> emptyNames() {
        return named(type -> BANNED_ENDINGS.stream().anyMatch(type.getSimpleName()::endsWith));
    }

    Set<String> strayOutput(String... allowed) {
        Set<String> uses = classes()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().getName().equals("java.lang.System")
                        && (access.getName().equals("out") || access.getName().equals("err")))
                .map(access -> access.getOriginOwner().getName())
                .collect(toCollection(TreeSet::new));
        uses.removeAll(Set.of(allowed));
        Set<String> loggers = named(type -> type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        dependency.getTargetClass().getPackageName().equals("java.util.logging")));
        uses.addAll(loggers);
        return uses;
    }

    /** HTTP is spoken at the edge: elsewhere nothing knows of requests and statuses. A query or filter is what a list is asked. */
    Set<String> httpAwayFromTheEdge() {
        return named(type -> !Set.of("kernel", "web").contains(room(type))
                && !outermost(type).getSimpleName().matches(".*(Api|Pages|Query|Filter)")
                && type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith("jakarta.ws.rs")));
    }

    Set<String> frameworkIn(String pure) {
        return named(type -> type.getPackageName().startsWith(root + "." + pure)
                && type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getPackageName())
                        .anyMatch(name -> name.startsWith("io.quarkus")
                                || name.startsWith("jakarta.")
                                || name.startsWith("java.sql")
                                || name.startsWith("org.hibernate")));
    }

    /** An observer inside the caller's transaction would let an upper room fail a lower one. */
    Set<String> observersInsideTheTransaction() {
        return methods()
                .filter(method -> method.getParameters().stream()
                        .anyMatch(parameter -> parameter.isAnnotatedWith(Observes.class)
                                && isOurs(parameter.getRawType())
                                && !parameter
                                        .getAnnotationOfType(Observes.class)
                                        .during()
                                        .name()
                                        .equals("AFTER_SUCCESS")))
                .map(JavaMethod::getFullName)
                .collect(toCollection(TreeSet::new));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(House::outermost).orElse(type);
    }

    private Stream<JavaMethod> methods() {
        return classes().flatMap(type -> type.getMethods().stream());
    }

    private Set<String> named(Predicate<JavaClass> wrong) {
        return classes().filter(wrong).map(JavaClass::getName).collect(toCollection(TreeSet::new));
    }

    private Set<String> members(Predicate<CanBeAnnotated> wrong) {
        Stream<String> direct = classes()
                .flatMap(type -> type.getMembers().stream())
                .filter(wrong)
                .map(JavaMember::getFullName);
        Stream<String> parameters = classes()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getParameters().stream().anyMatch(wrong))
                .map(JavaMember::getFullName);
        return Stream.concat(direct, parameters).collect(toCollection(TreeSet::new));
    }

    private Set<String> calls(Predicate<CodeUnitCallTarget> wrong, String exceptIn) {
        return classes()
                .filter(type -> !type.getSimpleName().equals(exceptIn))
                .flatMap(type -> type.getCodeUnitCallsFromSelf().stream())
                .filter(call -> wrong.test(call.getTarget()))
                .map(JavaAccess::getDescription)
                .collect(toCollection(TreeSet::new));
    }
}
