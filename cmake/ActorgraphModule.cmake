# One folder, one static library, and the list of folders it may use.

# Warnings, sanitizers and the include root, for every target of the project.
function(actorgraph_target_defaults target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  # g++ 12 warns falsely of overlapping copies where strings are put together (its bug 105329).
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    -Wold-style-cast -Woverloaded-virtual
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<BOOL:${ACTORGRAPH_WERROR}>:-Werror>)
  if(ACTORGRAPH_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${ACTORGRAPH_SANITIZE}
      -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(${target} PUBLIC -fsanitize=${ACTORGRAPH_SANITIZE})
  endif()
endfunction()

# actorgraph_module(<folder> SOURCES ... HEADERS ... USES <folders> LIBRARIES <external targets>)
#
# USES is the architecture diagram: tools/check refuses an #include of a folder that is not in it.
function(actorgraph_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;HEADERS;USES;LIBRARIES" ${ARGN})
  set(target actorgraph_${name})
  add_library(${target} STATIC ${arg_SOURCES})
  add_library(actorgraph::${name} ALIAS ${target})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${arg_HEADERS})
  set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON LINKER_LANGUAGE CXX)
  list(TRANSFORM arg_USES PREPEND actorgraph::)
  target_link_libraries(${target} PUBLIC ${arg_USES} PRIVATE ${arg_LIBRARIES})
  actorgraph_target_defaults(${target})
endfunction()
