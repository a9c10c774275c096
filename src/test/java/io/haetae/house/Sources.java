package io.haetae.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The source files of a folder, for limits that class files do not show. */
final class Sources {

    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 40;

    /** One long call, such as the making of a view, is long without being involved. */
    private static final int FEW_STATEMENTS = 3;

    private static final Pattern OF_A_PLAIN_CLASS =
            Pattern.compile("createNativeQuery\\([^;]*?, *\\s*(String|UUID|Long|Integer|Number|Object\\[])\\.class\\)");

    private static final Pattern INSIDE_A_NAME =
            Pattern.compile("[(,]\\s*(?:@\\w+\\s+)*\\w+\\.@Valid\\s+\\w+\\s+\\w+\\s*[,)]");

    private final Path folder;

    Sources(Path folder) {
        this.folder = folder;
    }

    /** Whether a class has a source file here: a generated one has none. */
    boolean hold(String packageName, String fileName) {
        return Files.exists(folder.resolve(packageName.replace('.', '/')).resolve(fileName));
    }

    Set<String> filesTooLong() {
        Set<String> wrong = new TreeSet<>();
        for (Path file : files()) {
            int lines = lines(file);
            if (lines > LONGEST_FILE) {
                wrong.add(folder.relativize(file) + " has " + lines + " lines");
            }
        }
        return wrong;
    }

    Set<String> packagesWithoutWords() {
        Set<String> wrong = new TreeSet<>();
        for (Path file : files()) {
            Path words = file.resolveSibling("package-info.java");
            if (!file.getParent().equals(folder.resolve("io/haetae")) && !isNullMarked(words)) {
                wrong.add(folder.relativize(file.getParent()).toString());
            }
        }
        return wrong;
    }

    /**
     * Native queries that name a plain class for their rows: Hibernate 7.1 keeps a plan for each such call and finds
     * none of them again, and looking through them takes longer than the query.
     */
    Set<String> nativeQueriesOfPlainClasses() {
        return filesWith(OF_A_PLAIN_CLASS);
    }

    /**
     * Parameters such as {@code Outer.@Valid Inner}: that speaks of the type and not of the parameter, and the constraints
     * of the command are looked at by nobody. Before the whole name it speaks of both.
     */
    Set<String> parametersOnlyValidInName() {
        return filesWith(INSIDE_A_NAME);
    }

    private Set<String> filesWith(Pattern what) {
        Set<String> wrong = new TreeSet<>();
        for (Path file : files()) {
            try {
                if (what.matcher(Files.readString(file)).find()) {
                    wrong.add(folder.relativize(file).toString());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return wrong;
    }

    private static boolean isNullMarked(Path words) {
        try {
            return Files.exists(words) && Files.readString(words).contains("@NullMarked");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> methodsTooLong() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Set<String> wrong = new TreeSet<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new LongMethods(unit, positions, wrong).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wrong;
    }

    private static final class LongMethods extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Set<String> found;

        LongMethods(CompilationUnitTree unit, SourcePositions positions, Set<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                long first = line(positions.getStartPosition(unit, method.getBody()));
                long last = line(positions.getEndPosition(unit, method.getBody()));
                if (last - first + 1 > LONGEST_METHOD
                        && method.getBody().getStatements().size() > FEW_STATEMENTS) {
                    String file =
                            Path.of(unit.getSourceFile().toUri()).getFileName().toString();
                    found.add(file + " " + method.getName() + " has " + (last - first + 1) + " lines");
                }
            }
            return super.visitMethod(method, nothing);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
