//! `import`.

use std::rc::Rc;

use super::super::compile;
use super::super::object::*;
use super::super::stdlib::library::Library;
use super::super::{Cx, Flow, ModuleSource, PyResult, Vm};

impl Vm {
    /// An empty module, registered in `sys.modules`.
    pub fn new_module(&mut self, name: &str) -> Gc<Module> {
        let module = Gc::new(Module { name: name.to_owned(), dict: Gc::new(Dict::new()) });
        self.set(&module, "__name__", name);
        self.set(&module, "__doc__", Value::None);
        self.modules.set_text(name, module.value());
        module
    }

    /// A module that is there already, or can be made at once or by running our own source (bounded).
    pub fn import_module(&mut self, name: &str) -> PyResult {
        let flow = self.load_flow(name)?;
        self.finish(flow)
    }

    /// The module `name`, made if this is its first import.
    fn load_flow(&mut self, name: &str) -> PyResult<Flow> {
        if let Some(module) = self.modules.get_text(name) {
            if module.is_none() {
                return Err(self.module_not_found(name));
            }
            return Ok(module.into());
        }
        let Some(&found) = self.finder.get(name) else { return Err(self.module_not_found(name)) };
        let (init, source) = match found {
            ModuleSource::Native(init) => (Some(init), None),
            ModuleSource::Python(library) => (None, Some(library)),
            ModuleSource::Both(init, library) => (Some(init), Some(library)),
        };
        let source = match source.map(Library::text) {
            Some(None) => {
                let class = self.types.import_error.clone();
                let text =
                    format!("the library's module '{name}' could not be loaded: check the connection, and run again");
                return Err(self.error(&class, text).with("name", Value::from(name)));
            }
            Some(text) => text,
            None => None,
        };
        let module = self.new_module(name);
        if let Some(init) = init
            && let Err(exc) = init(self, &module)
        {
            self.modules.remove_str(&self.intern_name(name));
            return Err(exc);
        }
        let Some(text) = source else { return Ok(module.value().into()) };
        let spec = match compile::compile(text) {
            Ok(spec) => spec,
            Err(error) => {
                return Err(self.runtime_error(format!(
                    "our module {name} does not compile: {} (line {})",
                    error.message, error.line
                )));
            }
        };
        let source = Rc::new(Source { filename: format!("<{name}>"), text: text.to_owned(), origin: Origin::Module });
        let code = self.make_code(spec, &source);
        let builtins = self.builtins.clone();
        self.set(&module, "__builtins__", builtins);
        if let Some(doc) = &code.spec.docstring {
            let doc = Value::from(doc.as_str());
            self.set(&module, "__doc__", doc);
        }
        let body = self.make_function(
            code,
            module.dict.clone(),
            Value::Unbound,
            Value::Unbound,
            Value::Unbound,
            Value::Unbound,
        );
        let name = name.to_owned();
        Flow::future(async move {
            match Cx.call(&body, []).await {
                Ok(_) => Ok(module.value()),
                Err(exc) => {
                    Cx.vm(|vm| {
                        let key = vm.intern(&name);
                        vm.modules.remove_str(&key)
                    });
                    Err(exc)
                }
            }
        })
    }

    fn intern_name(&self, name: &str) -> Gc<Str> {
        Gc::new(Str::new(name))
    }

    fn module_not_found(&mut self, name: &str) -> super::super::Exc {
        let class = self.types.module_not_found_error.clone();
        let text = match name.rsplit_once('.') {
            // CPython has more in these than we have.
            Some(("collections" | "json" | "logging" | "unittest" | "asyncio" | "concurrent" | "importlib", _)) => {
                format!("No module named '{name}'")
            }
            Some((parent, _))
                if self.finder.contains_key(parent)
                    && !self.finder.keys().any(|k| k.starts_with(&format!("{parent}."))) =>
            {
                format!("No module named '{name}'; '{parent}' is not a package")
            }
            _ => {
                // The first part that is missing is named.
                let mut missing = name;
                for (i, _) in name.match_indices('.') {
                    if !self.finder.contains_key(&name[..i]) && self.modules.get_text(&name[..i]).is_none() {
                        missing = &name[..i];
                        break;
                    }
                }
                format!("No module named '{missing}'")
            }
        };
        self.error(&class, text).with("name", Value::from(name))
    }

    /// `import name`, `from name import …` (`fromlist` is a tuple, or None).
    pub(super) fn import_flow(
        &mut self,
        name: &Gc<Str>,
        level: &Value,
        fromlist: &Value,
        globals: &Gc<Dict>,
    ) -> PyResult<Flow> {
        let _ = globals;
        if !matches!(level, Value::Int(0)) {
            let class = self.types.import_error.clone();
            return Err(self.error(&class, "attempted relative import with no known parent package"));
        }
        let full = name.as_str().to_owned();
        let wants_leaf = !fromlist.is_none();
        if let Some(module) = self.modules.get_text(&full)
            && !module.is_none()
            && (wants_leaf || !full.contains('.'))
        {
            return Ok(module.into());
        }
        Flow::future(async move {
            let mut top = Value::None;
            let mut parent: Option<Value> = None;
            let mut leaf = Value::None;
            for end in full.match_indices('.').map(|(i, _)| i).chain([full.len()]) {
                let flow = Cx.vm(|vm| vm.load_flow(&full[..end]))?;
                let module = Cx.flow(flow).await?;
                if let Some(parent) = &parent {
                    let short = full[..end].rsplit('.').next().unwrap_or_default().to_owned();
                    Cx.vm(|vm| vm.set_attr(parent, &short, module.clone()))?;
                } else {
                    top = module.clone();
                }
                parent = Some(module.clone());
                leaf = module;
            }
            Ok(if wants_leaf { leaf } else { top })
        })
    }

    /// `from module import name`.
    pub(super) fn import_from(&mut self, module: &Value, name: &Gc<Str>) -> PyResult {
        if let Some(value) = self.get_attr_opt(module, name.as_str())? {
            return Ok(value);
        }
        let own = match module.view() {
            View::Module(module) => module.name.clone(),
            _ => self.class_name(module),
        };
        let full = format!("{own}.{}", name.as_str());
        if self.finder.contains_key(full.as_str()) {
            return self.import_module(&full);
        }
        let class = self.types.import_error.clone();
        let text = format!("cannot import name '{}' from '{own}' (unknown location)", name.as_str());
        Err(self.error(&class, text).with("name", Value::from(own)).with("name_from", name.value()))
    }

    /// `from module import *`.
    pub(super) fn import_star(&mut self, module: &Value, globals: &Gc<Dict>) -> PyResult<()> {
        let View::Module(module) = module.view() else { return Ok(()) };
        let names: Vec<Value> = match module.dict.get_str(&self.names.all) {
            Some(all) => self.collect(&all)?,
            None => {
                module.dict.keys().into_iter().filter(|key| key.as_str().is_some_and(|k| !k.starts_with('_'))).collect()
            }
        };
        for name in names {
            let Some(key) = name.str() else { continue };
            let value = self.get_attr(&module.value(), key.as_str())?;
            globals.set_str(key, value);
        }
        Ok(())
    }
}
